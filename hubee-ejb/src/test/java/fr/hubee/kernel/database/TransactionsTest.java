package fr.hubee.kernel.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.TransactionalException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A commit may fail in a way that no caller declares. */
class TransactionsTest {
    private static final class LosingAnswers extends Transactions.Begun {
        @Override
        @SuppressWarnings("unchecked")
        <T, X extends Exception> T call(Transactions.Work<T, X> work) throws X {
            work.run();
            throw (X) new HeuristicMixedException("lost");
        }
    }

    @Test
    void whoCatchesAllThatIsUncheckedAlsoCatchesACommitWhoseAnswerIsLost() {
        var transactions = new Transactions(new LosingAnswers());

        var failure = assertThrows(TransactionalException.class, () -> transactions.call(() -> "done"));
        assertEquals("lost", failure.getCause().getMessage());
        assertThrows(RuntimeException.class, () -> transactions.run(() -> {}));
    }

    @Test
    void whatTheWorkThrowsIsThrownAsItIs() {
        var transactions = new Transactions();
        var refused = new IOException("no");

        assertSame(
                refused,
                assertThrows(
                        IOException.class,
                        () -> transactions.call(() -> {
                            throw refused;
                        })));
    }
}
