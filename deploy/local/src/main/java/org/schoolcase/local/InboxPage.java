package org.schoolcase.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A web page that shows the mails the suite has sent: a list, and one mail in full. */
final class InboxPage {
    private final HttpServer server;
    private final MailServer mails;

    private InboxPage(HttpServer server, MailServer mails) {
        this.server = server;
        this.mails = mails;
    }

    static InboxPage start(int port, MailServer mails) {
        try {
            InboxPage page = new InboxPage(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0), mails);
            page.server.createContext("/", page::answer);
            page.server.start();
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            List<MailServer.Mail> all = mails.received();
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/")) {
                send(exchange, 200, list(all));
            } else if (path.matches("/mails/[1-9][0-9]{0,5}") && number(path) <= all.size()) {
                send(exchange, 200, one(all.get(number(path) - 1)));
            } else {
                send(exchange, 404, page("No such mail", "<p><a href='/'>All mails</a></p>"));
            }
        }
    }

    private static int number(String path) {
        return Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
    }

    private static String list(List<MailServer.Mail> mails) {
        StringBuilder rows = new StringBuilder(mails.isEmpty() ? "<p>No mail yet.</p>" : "<table>");
        for (int i = mails.size(); i > 0; i--) {
            MailServer.Mail mail = mails.get(i - 1);
            rows.append("<tr><td>%d<td>%s<td><a href='/mails/%d'>%s</a>"
                    .formatted(i, escape(String.join(", ", mail.to())), i, escape(mail.subject())));
        }
        return page(
                "Mails of the local run",
                rows.append(mails.isEmpty() ? "" : "</table>").toString());
    }

    private static String one(MailServer.Mail mail) {
        return page(
                mail.subject(),
                "<p>From %s<br>To %s</p><pre>%s</pre><p><a href='/'>All mails</a></p>"
                        .formatted(escape(mail.from()), escape(String.join(", ", mail.to())), escape(mail.text())));
    }

    private static String page(String title, String body) {
        return """
                <!doctype html><html lang="en"><meta charset="utf-8"><title>%1$s</title>
                <style>body{font:16px/1.5 system-ui;max-width:60em;margin:2em auto;padding:0 1em}
                td{padding:.2em 1em .2em 0}pre{white-space:pre-wrap;background:#f4f4f4;padding:1em}</style>
                <h1>%1$s</h1>%2$s</html>
                """.formatted(escape(title), body);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static void send(HttpExchange exchange, int status, String html) throws IOException {
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
