package fr.hubee.exchange.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The short form is from the hub, or leads nowhere. */
class ReceiptLinkTest {
    final ReceiptLink link = new ReceiptLink(SealedAct.ENTRY, SealedAct.CASE);

    static Optional<ReceiptLink> verify(String text) {
        return ReceiptLink.verify(
                text,
                ReceiptVerifierTest.published(SealedAct.LATER_KEY, SealedAct.KEY)
                        .values());
    }

    @Test
    void itIsShortAndHoldsAfterAChangeOfKey() {
        var text = link.sign(SealedAct.KEY);

        assertTrue(text.length() < 140, text);
        assertEquals(Optional.of(link), verify(text));
    }

    @Test
    void aKeyThatIsNotKnownLeadsNowhere() {
        var only = ReceiptVerifierTest.published(SealedAct.LATER_KEY).values();

        assertEquals(Optional.empty(), ReceiptLink.verify(link.sign(SealedAct.KEY), only));
    }

    @Test
    void nobodyGuessesTheOneOfAnotherReceipt() {
        var bytes = Base64.getUrlDecoder().decode(link.sign(SealedAct.KEY));
        for (int place : List.of(15, 31, 95)) {
            var other = bytes.clone();
            other[place]++;
            assertEquals(Optional.empty(), verify(Base64.getUrlEncoder().encodeToString(other)));
        }
    }

    @Test
    void nonsenseLeadsNowhere() {
        for (var nonsense : List.of("", "abc", "é", "a".repeat(128), "a".repeat(10_000))) {
            assertEquals(Optional.empty(), verify(nonsense));
        }
    }
}
