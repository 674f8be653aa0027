package fr.hubee.chaos;

import fr.hubee.chaos.History.Reader;

/** A reader of the feed that goes on from its cursor whatever happens to its requests. */
final class FeedReading {
    private final Software software;
    private final Reader reader;
    private String next;

    FeedReading(Software software, Reader reader, int limit) {
        this.software = software;
        this.reader = reader;
        this.next = "/feed/v1/events?limit=" + limit + "&wait=5";
    }

    /** @return whether an answer came that had nothing new */
    boolean step() throws InterruptedException {
        var answer = software.get(next);
        if (answer.status() != 200) {
            return false;
        }
        for (var event : answer.json()) {
            reader.got(event.path("id").asText());
        }
        next = answer.header("Link").orElseThrow().replaceFirst("^<(.*)>.*$", "$1");
        return answer.json().isEmpty();
    }
}
