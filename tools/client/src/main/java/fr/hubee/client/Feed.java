package fr.hubee.client;

import fr.hubee.client.http.ApiException;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The events of an organisation, from a place in a file that moves once their work is done: none is missed. */
public final class Feed {
    private static final String FIRST = "/feed/v1/events?limit=100&wait=25";

    private final Hub hub;
    private final Path place;

    public Feed(Hub hub, Path place) {
        this.hub = hub;
        this.place = place;
    }

    /**
     * Waits for events up to 25 seconds, and does their work; an event whose work failed comes again.
     *
     * @return false when events may be missing: read the notifications once, then go on
     */
    public boolean read(Consumer<HubEvent> work) throws ApiException, IOException {
        var from = Files.exists(place) ? Files.readString(place) : FIRST;
        var answer = hub.send(from, HttpRequest.newBuilder(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() == 410) {
            Files.deleteIfExists(place);
            return false;
        }
        if (answer.statusCode() != 200) {
            throw HubException.of(answer, answer.body());
        }
        for (var event : hub.client().getObjectMapper().readValue(answer.body(), HubEvent[].class)) {
            work.accept(event);
        }
        var next = answer.headers().firstValue("Link").orElseThrow().replaceFirst("^<(.*)>.*$", "$1");
        Files.writeString(place, next);
        return true;
    }
}
