package fr.hubee.websecurity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.websecurity.SharedCapacity.Refusal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SharedCapacityTest {
    static final Optional<Refusal> TAKEN = Optional.empty();
    static final Optional<Refusal> HAS_ITS_SHARE = Optional.of(Refusal.CALLER_HAS_ITS_SHARE);
    static final Optional<Refusal> ALL_IS_USED = Optional.of(Refusal.ALL_IS_USED);

    final SharedCapacity places = new SharedCapacity(4);
    final SharedCapacity memory = new SharedCapacity(100);

    @Test
    void oneCallerHasHalfOfIt() {
        assertEquals(TAKEN, places.take("dila", 1));
        assertEquals(TAKEN, places.take("dila", 1));
        assertEquals(HAS_ITS_SHARE, places.take("dila", 1));
        assertEquals(TAKEN, places.take("caf", 1));

        assertEquals(TAKEN, memory.take("dila", 25));
        assertEquals(TAKEN, memory.take("dila", 25));
        assertEquals(HAS_ITS_SHARE, memory.take("dila", 1));
        assertEquals(TAKEN, memory.take("caf", 50));
    }

    @Test
    void allOfItIsTheMaximum() {
        places.take("dila", 1);
        places.take("dila", 1);
        places.take("caf", 1);
        places.take("caf", 1);

        assertEquals(ALL_IS_USED, places.take("ants", 1));
    }

    @Test
    void returnedPartsCanBeTakenAgain() {
        assertEquals(TAKEN, memory.take("dila", 50));
        assertEquals(TAKEN, memory.take("caf", 50));
        assertEquals(ALL_IS_USED, memory.take("ants", 1));

        memory.giveBack("dila", 50);

        assertEquals(TAKEN, memory.take("ants", 1));
        assertEquals(TAKEN, memory.take("dila", 49));
    }

    @Test
    void aPartThatIsLargerThanAllOfItIsAloneInIt() {
        assertEquals(TAKEN, memory.take("dila", 1000));

        assertEquals(HAS_ITS_SHARE, memory.take("dila", 1));
        assertEquals(ALL_IS_USED, memory.take("caf", 1));
        memory.giveBack("dila", 1000);
        assertEquals(TAKEN, memory.take("caf", 1000));
    }
}
