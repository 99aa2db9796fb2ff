package org.schoolcase.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class InboxPageTest {
    private final Ports ports = Ports.free();

    @Test
    void showsMailsAndRunsNothingThatIsInThem() throws Exception {
        MailServer mails = MailServer.start(ports.smtp());
        InboxPage page = InboxPage.start(ports.inboxPage(), mails);
        try {
            GreenMailUtil.sendTextEmail(
                    "rosa@home.example",
                    "schools@district.example",
                    "Hola <b>",
                    "<script>alert(1)</script> & more",
                    new ServerSetup(ports.smtp(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

            assertEquals(1, mails.to("rosa@home.example").size());
            assertTrue(get("/").body().contains("<a href='/mails/1'>Hola &lt;b&gt;</a>"));
            HttpResponse<String> mail = get("/mails/1");
            assertTrue(mail.body().contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; more"), mail.body());
            assertFalse(mail.body().contains("<script>"));
            assertEquals(404, get("/mails/2").statusCode());
            assertEquals(404, get("/mails/../../etc/passwd").statusCode());
        } finally {
            page.stop();
            mails.stop();
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + ports.inboxPage() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
