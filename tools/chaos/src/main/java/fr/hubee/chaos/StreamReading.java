package fr.hubee.chaos;

import fr.hubee.chaos.History.Reader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A reader of the stream that goes on from the last message, whatever ends it. */
final class StreamReading {
    private final Software software;
    private final Reader reader;
    private String last;
    private String event;
    private volatile InputStream open = InputStream.nullInputStream();
    private volatile boolean over;

    StreamReading(Software software, Reader reader) {
        this.software = software;
        this.reader = reader;
    }

    /** Opens the stream once, and reads until it ends. */
    void step() throws InterruptedException {
        var stream = software.stream("/feed/v1/events", Optional.ofNullable(last));
        if (stream.isEmpty()) {
            return;
        }
        open = stream.get();
        event = null;
        if (over) {
            quit();
        }
        try (var lines = new BufferedReader(new InputStreamReader(open, StandardCharsets.UTF_8))) {
            String id = null;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    event = line.substring(6); // parsed when it is whole
                } else if (line.isEmpty() && id != null) {
                    take(id);
                    id = null;
                }
            }
        } catch (IOException gone) {
            return; // half a message counts for nothing: it comes again
        }
    }

    private void take(String id) {
        if (event != null) {
            reader.got(Software.parsed(event).path("id").asText());
        }
        event = null;
        last = id;
    }

    /** Ends the present stream, and each that is still opened. */
    void quit() {
        over = true;
        try {
            open.close();
        } catch (IOException gone) {
            // it has ended
        }
    }
}
