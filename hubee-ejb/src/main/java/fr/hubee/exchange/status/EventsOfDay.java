package fr.hubee.exchange.status;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/**
 * The number of events that each party has added to a case, on the last day on which one of them did.
 *
 * @param day null before the first event
 */
@Embeddable
public record EventsOfDay(
        @Column(name = "events_day") LocalDate day,
        @Column(name = "events_of_transmitter") int ofTransmitter,
        @Column(name = "events_of_recipient") int ofRecipient) {
    public static final EventsOfDay NONE = new EventsOfDay(null, 0, 0);

    public int of(Party party, LocalDate today) {
        if (!today.equals(day)) {
            return 0;
        }
        return party == Party.RECIPIENT ? ofRecipient : ofTransmitter;
    }

    public EventsOfDay plus(Party party, LocalDate today) {
        int transmitter = of(Party.TRANSMITTER, today);
        int recipient = of(Party.RECIPIENT, today);
        return party == Party.RECIPIENT
                ? new EventsOfDay(today, transmitter, recipient + 1)
                : new EventsOfDay(today, transmitter + 1, recipient);
    }
}
