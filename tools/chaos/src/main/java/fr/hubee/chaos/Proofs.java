package fr.hubee.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Checks the whole journal, and some receipts, with the hub's own commands, which get no more than its public keys. */
final class Proofs {
    private static final int RECEIPTS = 10;
    private static final Duration LONGEST_SEAL = Duration.ofMinutes(4);

    private final Hub hub;
    private final Software operator;
    private final Path folder;
    private final List<String> unproven = new ArrayList<>();

    private Proofs(Hub hub, Software operator) throws IOException, InterruptedException {
        this.hub = hub;
        this.operator = operator;
        this.folder = Files.createTempDirectory("hubee-chaos");
        write(
                "keys",
                operator.repeat("GET", "/.well-known/jwks.json", null, null).body());
    }

    /**
     * Returns what does not verify.
     *
     * @param cases those whose receipts are asked for
     * @param purged whether there is a certificate of deletion
     * @param seed says which of them are checked
     * @param journal an export
     */
    static List<String> unproven(
            Hub hub, Software operator, List<String> cases, boolean purged, long seed, byte[] journal)
            throws IOException, InterruptedException {
        var proofs = new Proofs(hub, operator);
        var random = new Random(seed);
        var some = new ArrayList<>(cases);
        Collections.sort(some);
        Collections.shuffle(some, random);
        for (var each : some.subList(0, Math.min(RECEIPTS, some.size()))) {
            proofs.signed("/cases/" + each + "/receipts", "receipt", random);
        }
        if (purged) {
            proofs.signed("/deletionCertificates", "certificate", random);
        }
        proofs.verify("verify-journal", "the journal", journal);
        return proofs.unproven;
    }

    /** Takes one of what the hub signs, once it has signed all of it. */
    private void signed(String path, String field, Random random) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_SEAL.toNanos();
        var all = operator.repeat("GET", path, null, null).json();
        while (isPending(all) && System.nanoTime() < end) {
            Thread.sleep(1_000);
            all = operator.repeat("GET", path, null, null).json();
        }
        if (isPending(all)) {
            unproven.add(path + ", which is not made,");
        } else {
            var one = all.get(random.nextInt(all.size())).path(field).asText();
            verify("verify-receipt", "one of " + path, one.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static boolean isPending(JsonNode receipts) {
        return receipts.isEmpty() || receipts.findValuesAsText("status").contains("PENDING");
    }

    private void verify(String command, String what, byte[] bytes) throws IOException, InterruptedException {
        var file = write(command, bytes);
        if (hub.command(
                        command,
                        file.toString(),
                        "--key-set",
                        folder.resolve("keys").toString())
                != 0) {
            unproven.add(what);
        }
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }
}
