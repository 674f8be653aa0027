package fr.hubee.exchange.status;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class EventsOfDayTest {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Test
    void eachPartyIsCountedForItself() {
        var events = EventsOfDay.NONE
                .plus(Party.RECIPIENT, TODAY)
                .plus(Party.RECIPIENT, TODAY)
                .plus(Party.TRANSMITTER, TODAY);

        assertEquals(2, events.of(Party.RECIPIENT, TODAY));
        assertEquals(1, events.of(Party.TRANSMITTER, TODAY));
    }

    @Test
    void anotherDayBeginsWithNone() {
        var events = EventsOfDay.NONE.plus(Party.RECIPIENT, TODAY).plus(Party.TRANSMITTER, TODAY);
        var tomorrow = TODAY.plusDays(1);

        assertEquals(0, events.of(Party.RECIPIENT, tomorrow));
        assertEquals(new EventsOfDay(tomorrow, 1, 0), events.plus(Party.TRANSMITTER, tomorrow));
    }

    @Test
    void eachPartyHasItsOwnCount() {
        var today = LocalDate.parse("2026-11-24");
        var events = new EventsOfDay(today, 3, 5);

        assertEquals(3, events.of(Party.TRANSMITTER, today));
        assertEquals(5, events.of(Party.RECIPIENT, today));
        assertEquals(0, events.of(Party.RECIPIENT, today.plusDays(1)));
        assertEquals(new EventsOfDay(today, 3, 6), events.plus(Party.RECIPIENT, today));
    }
}
