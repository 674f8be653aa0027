import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;

/** Run with {@code java -cp 'libraries/*' FollowFeed.java}; needs jackson-databind. */
class FollowFeed {
    private static final String FIRST = "/feed/v1/events?limit=100&wait=25";

    public static void main(String[] args) throws Exception {
        var http = HttpClient.newHttpClient();
        var place = Path.of("next");
        var next = Files.exists(place) ? Files.readString(place) : FIRST;
        while (true) {
            var request = HttpRequest.newBuilder(URI.create(System.getenv("HUB") + next))
                    .header("Authorization", "Bearer " + System.getenv("TOKEN")) // 401: get another one
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() == 410) { // events may be missing: read the notifications once, too
                next = FIRST;
                continue;
            }
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            for (var event : new ObjectMapper().readTree(answer.body())) {
                System.out.println(event.path("type").asText() + " " + event.path("subject").asText());
            }
            next = answer.headers().firstValue("Link").orElseThrow().replaceFirst("^<(.*)>.*$", "$1");
            Files.writeString(place, next); // once the work is done
        }
    }
}
