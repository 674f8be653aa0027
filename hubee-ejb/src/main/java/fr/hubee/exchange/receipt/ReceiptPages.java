package fr.hubee.exchange.receipt;

import fr.hubee.kernel.database.Transactions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The receipts of a télédossier, oldest first, page by page: the first page is read, each following one in a short transaction of its own.
 * Nothing is held between two pages.
 */
public final class ReceiptPages {
    private final ReceiptReading reading;
    private final Transactions transactions;
    private List<SignedReceipt> page;

    private ReceiptPages(ReceiptReading reading, Transactions transactions) throws IOException {
        this.reading = reading;
        this.transactions = transactions;
        this.page = reading.next();
    }

    /** Opens them in the transaction that checks the rights. */
    static ReceiptPages open(Transactions transactions, Transactions.Work<ReceiptReading, IOException> checked)
            throws IOException {
        return transactions.call(() -> new ReceiptPages(checked.run(), transactions));
    }

    public List<SignedReceipt> page() {
        return page;
    }

    public boolean hasMore() {
        return reading.hasMore();
    }

    /** Goes to the next page; it may be empty. */
    public void turn() throws IOException {
        page = transactions.call(reading::next);
    }

    /** Returns all receipts at once. */
    public List<SignedReceipt> all() throws IOException {
        var all = new ArrayList<>(page);
        while (hasMore()) {
            turn();
            all.addAll(page);
        }
        return all;
    }
}
