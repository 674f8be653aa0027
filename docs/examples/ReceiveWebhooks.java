import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Run with {@code java -cp 'libraries/*' ReceiveWebhooks.java}; needs jackson-databind and com.standardwebhooks:standardwebhooks. */
class ReceiveWebhooks {
    public static void main(String[] args) throws Exception {
        var webhook = new Webhook(System.getenv("SECRET"));
        Set<String> known = ConcurrentHashMap.newKeySet(); // yours is a table
        var port = Integer.parseInt(System.getenv("PORT"));
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0); // TLS ends before it
        server.createContext("/hubee", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), "UTF-8");
            try {
                webhook.verify(body, exchange.getRequestHeaders());
                var event = new ObjectMapper().readTree(body);
                if (known.add(event.path("id").asText())) { // another attempt has the same
                    System.out.println(event.path("type").asText() + " " + event.path("subject").asText());
                }
                var answer = event.at("/data/challenge").asText().getBytes("UTF-8"); // empty but for the proof
                exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
                exchange.getResponseBody().write(answer);
            } catch (WebhookVerificationException refused) {
                exchange.sendResponseHeaders(401, -1);
            }
            exchange.close();
        });
        server.start();
    }
}
