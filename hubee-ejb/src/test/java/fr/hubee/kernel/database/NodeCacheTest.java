package fr.hubee.kernel.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class NodeCacheTest {
    private boolean held = true;
    private String stored = "before";
    private int asked;
    private Runnable meanwhile = () -> {};

    private final NodeCache<String> cache = new NodeCache<>(new InvalidationLease() {
        @Override
        public boolean isHeld() {
            return held;
        }
    });

    private Optional<String> read() {
        return cache.read("key", () -> {
            asked++;
            var found = Optional.ofNullable(stored);
            meanwhile.run();
            return found;
        });
    }

    private void change(String now) {
        stored = now;
        cache.forget("key");
    }

    @Test
    void whatIsKnownIsNotAskedAgain() {
        read();
        assertEquals(Optional.of("before"), read());
        assertEquals(1, asked);
    }

    @Test
    void whatHasChangedIsReadAgain() {
        read();
        change("after");
        assertEquals(Optional.of("after"), read());
    }

    @Test
    void whatChangesWhileItIsReadIsReadAgain() {
        meanwhile = () -> change("after");
        read();
        meanwhile = () -> {};
        assertEquals(Optional.of("after"), read());
    }

    @Test
    void whatDoesNotExistIsAskedEachTime() {
        stored = null;
        read();
        stored = "after";
        assertEquals(Optional.of("after"), read());
    }

    @Test
    void whoDoesNotHearWhatChangesAsksEachTime() {
        read();
        held = false;
        stored = "after";
        assertEquals(Optional.of("after"), read());
        held = true;
        assertEquals(Optional.of("before"), read()); // the listener forgets all before the lease is held again
    }

    @Test
    void everythingIsForgottenAtOnce() {
        read();
        stored = "after";
        cache.forget(null);
        assertEquals(Optional.of("after"), read());
    }
}
