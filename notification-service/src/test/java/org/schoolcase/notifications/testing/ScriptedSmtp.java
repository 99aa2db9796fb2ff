package org.schoolcase.notifications.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A mail server that misbehaves as told, per recipient. Stands in on the port of {@link SmtpServer}. */
public final class ScriptedSmtp implements AutoCloseable {

    /** Instead of a reply: take the whole mail, then hang up without a word. */
    public static final String HANG_UP = "hang-up";

    private final ServerSocket server;
    private final Map<String, String> replies = new ConcurrentHashMap<>();
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final List<Socket> clients = new CopyOnWriteArrayList<>();

    private ScriptedSmtp(ServerSocket server) {
        this.server = server;
        Thread.ofVirtual().start(this::accept);
    }

    /** Takes the port over; {@link SmtpServer} must be down. */
    public static ScriptedSmtp start() {
        try {
            return new ScriptedSmtp(new ServerSocket(SmtpServer.port(), 50, InetAddress.getLoopbackAddress()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers RCPT TO of an address with this reply, or hangs up after its DATA. */
    public ScriptedSmtp answer(String address, String reply) {
        replies.put(address, reply);
        return this;
    }

    /** Whole mails that were taken, for this address, also where we then hung up. */
    public List<String> mailsTo(String address) {
        return mails.stream().filter(mail -> mail.contains(address)).toList();
    }

    /** Hangs up on everybody: clients keep connections open. */
    @Override
    public void close() {
        try {
            server.close();
            for (var client : clients) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                clients.add(client);
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client;
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII))) {
            var out = client.getOutputStream();
            say(out, "220 ready");
            var hangUp = false;
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var reply = line.startsWith("RCPT") ? scripted(line) : null;
                if (line.equals("DATA")) {
                    say(out, "354 go on");
                    mails.add(mail(in));
                    if (hangUp) {
                        return;
                    }
                    say(out, "250 taken");
                } else if (HANG_UP.equals(reply)) {
                    hangUp = true;
                    say(out, "250 ok");
                } else {
                    say(out, reply == null ? "250 ok" : reply);
                }
            }
        } catch (IOException e) {
            // The client has gone.
        }
    }

    private @Nullable String scripted(String rcpt) {
        return replies.entrySet().stream()
                .filter(entry -> rcpt.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static String mail(BufferedReader in) throws IOException {
        var mail = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line).append('\n');
        }
        return mail.toString();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(US_ASCII));
        out.flush();
    }
}
