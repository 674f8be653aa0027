package fr.hubee.exchange.folder;

import fr.hubee.directory.process.DepositGate;
import fr.hubee.directory.process.DocumentSchema.Finding;
import fr.hubee.directory.process.ProcessLookup;
import fr.hubee.files.encryption.DataKeyStore;
import fr.hubee.files.storage.BlobReader;
import fr.hubee.files.storage.StoredBlob;
import fr.hubee.kernel.database.Transactions;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.TooManyRequests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * Holds the files of a folder against the demands of its démarche before it is completed, and those of its transmitter's later events before they
 * are sent: the demands about types in the transaction, those about content outside, since bytes are read.
 */
@ApplicationScoped
class FolderGate {
    /** The time that the check of a small file may compute, and more for each megabyte: the largest take seconds though nothing is wrong. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private static final Duration FOR_EACH_MEGABYTE = Duration.ofMillis(250);
    private static final long MEGABYTE = 1024 * 1024;

    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final int PIECE = 256 * 1024;
    private static final int MOST_MESSAGES = 50;

    private final CheckPlaces places = new CheckPlaces(WAIT);

    @Inject
    ProcessLookup processes;

    @Inject
    DataKeyStore keys;

    @Inject
    BlobReader bytes;

    @Inject
    Transactions transactions;

    /**
     * A file whose content is to be checked.
     *
     * @param name « attachments[0] (type) », as in the request that announced it
     */
    record Asked(
            OrganizationKey operator, String name, String processCode, String type, String schema, StoredBlob blob) {}

    /**
     * Runs a move once the files are accepted that it returns; at once without any.
     *
     * @param move is given what was accepted, nothing at first
     */
    void pass(UnaryOperator<List<Asked>> move) {
        var asked = transactions.call(() -> move.apply(List.of()));
        while (!asked.isEmpty()) {
            check(asked);
            var accepted = asked;
            asked = transactions.call(() -> move.apply(accepted));
        }
    }

    /**
     * Checks that the files are there that the démarche demands.
     *
     * @return those whose content has to be checked, with their schemas
     * @throws InvalidRequest with all that is missing
     */
    List<Asked> ask(Folder folder, List<Attachment> files) {
        var gate = processes.gate(folder.processCode());
        var missing = new ArrayList<String>();
        for (int each = 0; each < folder.cases().size(); each++) {
            addMissing(gate, "cases[" + each + "]", folder.cases().get(each), files, missing);
        }
        var asked = asked(gate, folder, files, missing);
        require(missing);
        return asked;
    }

    /** Returns the files of a later event that have to be checked: those of the folder's transmitter. */
    List<Asked> ask(CaseEvent event) {
        var folder = event.theCase().folder();
        return event.transmitter().equals(folder.transmitter())
                ? asked(processes.gate(folder.processCode()), folder, event.attachments(), new ArrayList<>())
                : List.of();
    }

    private List<Asked> asked(DepositGate gate, Folder folder, List<Attachment> files, List<String> missing) {
        var processCode = folder.processCode();
        var asked = new ArrayList<Asked>();
        for (int each = 0; each < files.size(); each++) {
            var file = files.get(each);
            var name = "attachments[" + each + "] (" + file.type() + ")";
            gate.schemaOf(file.type()).ifPresent(schema -> {
                if (isThere(file)) {
                    keys.prepare(file.unscanned().key().dataKey());
                    asked.add(
                            new Asked(folder.transmitter(), name, processCode, file.type(), schema, file.unscanned()));
                } else {
                    missing.add(
                            "Attachment does not follow process " + processCode + ": " + name + ": is not received");
                }
            });
        }
        return asked;
    }

    private static void addMissing(
            DepositGate gate, String name, Case theCase, List<Attachment> files, List<String> missing) {
        gate.requiredTypes().stream()
                .filter(type -> files.stream()
                        .noneMatch(file -> file.type().equals(type) && file.isFor(theCase) && isThere(file)))
                .forEach(type -> missing.add("Attachment does not follow process "
                        + theCase.folder().processCode() + ": " + name + ": type " + type + " is required"));
    }

    private static boolean isThere(Attachment file) {
        return file.isReceived() || file.waitsForScan();
    }

    /**
     * Checks the content of files, in no transaction.
     *
     * @throws InvalidRequest with each rule that is broken, and where
     * @throws TooManyRequests when others of the same operator are being checked
     */
    private void check(List<Asked> asked) {
        var operator = asked.get(0).operator();
        places.take(operator);
        try {
            var found = new ArrayList<String>();
            for (var file : asked) {
                findings(file)
                        .forEach(finding -> found.add("Attachment does not follow process " + file.processCode() + ": "
                                + file.name() + ": " + finding.text()));
            }
            require(found);
        } finally {
            places.leave(operator);
        }
    }

    private List<Finding> findings(Asked file) {
        var schema = processes.schema(file.processCode(), file.type(), file.schema());
        try (var content = new Pieces(file.blob())) {
            return schema.findings(content, longest(file.blob().size()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Duration longest(long size) {
        return LONGEST.plus(FOR_EACH_MEGABYTE.multipliedBy(size / MEGABYTE));
    }

    private static void require(List<String> found) {
        if (!found.isEmpty()) {
            throw new InvalidRequest(found.subList(0, Math.min(found.size(), MOST_MESSAGES)));
        }
    }

    /**
     * Tells whether all is checked that has to be.
     *
     * @throws Conflict when a file or a schema is another one than that which was checked
     */
    static boolean isChecked(List<Asked> now, List<Asked> checked) {
        if (!checked.isEmpty() && !now.equals(checked)) {
            throw new Conflict("Folder has changed while it was checked");
        }
        return now.equals(checked);
    }

    /** The checks that run at the same time: each operator has places of its own, so that slow files of one do not delay those of another. */
    static final class CheckPlaces {
        static final int OF_OPERATOR = 2;

        /** The number of an operator's requests that wait, each on a thread. */
        private static final int MOST_WAITING = 50;

        private static final Duration LATER = Duration.ofSeconds(10);

        private final Map<OrganizationKey, Semaphore> places = new ConcurrentHashMap<>();
        private final Duration wait;

        CheckPlaces(Duration wait) {
            this.wait = wait;
        }

        /** @throws TooManyRequests when none of the operator's places becomes free in time */
        void take(OrganizationKey operator) {
            var own = places.computeIfAbsent(operator, any -> new Semaphore(OF_OPERATOR, true));
            try {
                if (own.getQueueLength() < MOST_WAITING && own.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            } catch (InterruptedException failure) {
                Thread.currentThread().interrupt();
            }
            throw new TooManyRequests("Other deposits are being checked", LATER);
        }

        void leave(OrganizationKey operator) {
            places.get(operator).release();
        }
    }

    /** Reads stored bytes piece by piece, as far as they are wanted. */
    private final class Pieces extends InputStream {
        private final StoredBlob blob;
        private byte[] piece = {};
        private int at;
        private long next;

        private Pieces(StoredBlob blob) {
            this.blob = blob;
        }

        @Override
        public int read() throws IOException {
            return isAtEnd() ? -1 : piece[at++] & 0xFF;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            if (isAtEnd()) {
                return -1;
            }
            int read = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, target, from, read);
            at += read;
            return read;
        }

        private boolean isAtEnd() throws IOException {
            if (at == piece.length && next < blob.size()) {
                var read = new ByteArrayOutputStream();
                bytes.open(blob, next, Math.min(PIECE, blob.size() - next)).writeTo(read);
                piece = read.toByteArray();
                next += piece.length;
                at = 0;
            }
            return at == piece.length;
        }
    }
}
