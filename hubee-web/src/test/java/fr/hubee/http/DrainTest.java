package fr.hubee.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.settings.SettingSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrainTest {
    static final Duration NOTICE = Duration.ofSeconds(10);

    final AtomicLong nanos = new AtomicLong(42);
    final RunningRequests requests = new RunningRequests();

    @TempDir
    Path temporary;

    Path folder;
    Drain drain;

    @BeforeEach
    void open() throws IOException {
        folder = temporary.resolve("hubee-drain");
        drain = new Drain(folder, NOTICE, requests, nanos::get);
        drain.open();
    }

    void want() throws IOException {
        Files.createFile(folder.resolve("wanted"));
        drain.check();
    }

    void lookAfter(Duration time) {
        nanos.addAndGet(time.toNanos());
        drain.check();
    }

    boolean says(String word) {
        return Files.exists(folder.resolve(word));
    }

    @Test
    void whoeverWaitsIsAnsweredWhenTheProxyHasNoticedAndNobodyWaitsAnyMore() throws IOException {
        var released = new AtomicLong();
        requests.hold("before", released::incrementAndGet);
        want();
        lookAfter(NOTICE.minusMillis(1));
        assertFalse(requests.isLeaving()); // it would come back here

        lookAfter(Duration.ofMillis(1));

        assertEquals(1, released.get());
        requests.hold("later", released::incrementAndGet);
        assertEquals(2, released.get());
        Files.delete(folder.resolve("wanted"));
        drain.check();
        assertFalse(requests.isLeaving());
    }

    @Test
    void itIsOffUntilItIsWanted() {
        drain.check();

        assertFalse(drain.isOn());
        assertFalse(says("seen"));
    }

    @Test
    void theProxyHasTimeToNotice() throws IOException {
        want();
        assertTrue(drain.isOn());
        assertTrue(says("seen"));

        lookAfter(NOTICE.minusMillis(1));
        assertFalse(says("done"));
        lookAfter(Duration.ofMillis(1));
        assertTrue(says("done"));
    }

    @Test
    void whatRunsWhenTheNoticeIsOverIsAwaited() throws IOException {
        requests.begin("upload", () -> true);
        want();
        lookAfter(NOTICE);
        lookAfter(Duration.ofMinutes(5));
        assertFalse(says("done"));

        requests.end("upload");
        lookAfter(Duration.ofMillis(1));
        assertTrue(says("done"));
    }

    @Test
    void whoComesLaterIsNotAwaited() throws IOException {
        requests.begin("upload", () -> true);
        want();
        lookAfter(NOTICE);
        requests.begin("late", () -> true);

        requests.end("upload");
        lookAfter(Duration.ofMillis(1));
        assertTrue(says("done"));
    }

    @Test
    void whoseConnectionIsLostIsNotAwaited() throws IOException {
        var connected = new AtomicBoolean(true);
        requests.begin("upload", connected::get);
        want();
        lookAfter(NOTICE);

        connected.set(false);
        lookAfter(Duration.ofMillis(1));
        assertTrue(says("done"));
    }

    @Test
    void itEndsWhenItIsWantedNoMoreAndMayBeginAgain() throws IOException {
        want();
        lookAfter(NOTICE);
        Files.delete(folder.resolve("wanted"));
        drain.check();
        assertFalse(drain.isOn());
        assertFalse(says("seen") || says("done"));

        want();
        assertTrue(drain.isOn());
        assertFalse(says("done"));
    }

    @Test
    void aStartForgetsTheDrainBefore() throws IOException {
        want();
        lookAfter(NOTICE);

        var next = new Drain(folder, NOTICE, requests, nanos::get);
        next.open();
        next.check();
        assertFalse(next.isOn());
        assertFalse(says("wanted") || says("seen") || says("done"));
        next.close();
        assertFalse(Files.exists(folder));
    }

    @Test
    void theNoticeIsASetting() {
        assertEquals(Duration.ofSeconds(10), settings(null).drainNotice());
        assertEquals(Duration.ZERO, settings("0").drainNotice());
        for (var nonsense : new String[] {"-1", "3601", "PT5S"}) {
            assertThrows(IllegalStateException.class, () -> settings(nonsense), nonsense);
        }
    }

    static HttpSettings settings(String text) {
        return new HttpSettings(new SettingSource(name -> name.equals("HUBEE_DRAIN_SECONDS") ? text : null));
    }
}
