package org.schoolcase.local;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** An SMTP server on 127.0.0.1 that keeps every mail in memory and sends none on. */
public final class MailServer {
    private final GreenMail greenMail;

    private MailServer(GreenMail greenMail) {
        this.greenMail = greenMail;
    }

    static MailServer start(int port) {
        GreenMail greenMail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        greenMail.start();
        return new MailServer(greenMail);
    }

    void stop() {
        greenMail.stop();
    }

    /** All mails, inbox by inbox. */
    public List<Mail> received() {
        return Arrays.stream(greenMail.getReceivedMessages())
                .map(MailServer::read)
                .toList();
    }

    /** The mails to this address, in the order of their arrival. */
    public List<Mail> to(String address) {
        return received().stream().filter(mail -> mail.to().contains(address)).toList();
    }

    private static Mail read(MimeMessage message) {
        try {
            List<String> to = addresses(message);
            String from = Arrays.toString(message.getFrom());
            String subject = message.getSubject() == null ? "" : message.getSubject();
            return new Mail(from.substring(1, from.length() - 1), to, subject, text(message));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("a mail cannot be read", e);
        }
    }

    private static List<String> addresses(MimeMessage message) throws MessagingException {
        var all = message.getRecipients(Message.RecipientType.TO);
        return all == null
                ? Collections.emptyList()
                : Arrays.stream(all).map(Object::toString).toList();
    }

    /** The plain text of a message; the first part that has any. */
    private static String text(Part part) throws MessagingException, IOException {
        Object content = part.getContent();
        if (!(content instanceof Multipart parts)) {
            return part.isMimeType("text/*") ? content.toString() : "";
        }
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart body = parts.getBodyPart(i);
            String text = text(body);
            if (!text.isBlank()) {
                return text;
            }
        }
        return "";
    }

    /** A mail as its reader sees it. */
    public record Mail(String from, List<String> to, String subject, String text) {}
}
