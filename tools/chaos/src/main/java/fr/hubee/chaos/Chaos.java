package fr.hubee.chaos;

import fr.hubee.chaos.History.Recovery;
import fr.hubee.chaos.Plan.Strike;
import fr.hubee.launcher.Ports;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One run: actors at work, one fault after another, and the check. */
public final class Chaos {
    private static final int MOST_STRIKES = 10_000;

    private final Path project;
    private final long seed;
    private final int minutes;
    private final Set<Need> met;
    private final boolean restores;
    private final Optional<Path> former;
    private final Plan plan;
    private final History history = new History();
    private final Map<String, String> secrets;
    private final Optional<Soak> soak;

    /** Cases of the release before, which makes no receipts. */
    private final Set<String> formerCases = new HashSet<>();

    private int strikes;
    private LastNight lastNight;

    private Chaos(
            Path project,
            long seed,
            int minutes,
            int pace,
            Set<Need> met,
            List<Fault> faults,
            boolean restores,
            Optional<Path> former,
            boolean soaks)
            throws IOException {
        this.project = project;
        this.seed = seed;
        this.minutes = minutes;
        this.met = met;
        this.restores = restores;
        this.former = former;
        this.plan = Plan.of(seed, MOST_STRIKES, faults, pace);
        this.secrets = secrets(project);
        this.soak = soaks ? Optional.of(new Soak(System.nanoTime())) : Optional.empty();
    }

    /** @param arguments {@code --seed=N --minutes=M --pace=P --store=s3 --faults=kill-node,cut-database} */
    public static void main(String... arguments) throws Exception {
        if (arguments.length > 1 && arguments[0].equals("--sum")) {
            say(Report.sum(Stream.of(arguments).skip(1).map(Path::of).toList()));
            return;
        }
        var options = Stream.of(arguments)
                .map(each -> each.replaceFirst("^--", "").split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair.length == 2 ? pair[1] : ""));
        if (!Set.of("seed", "minutes", "pace", "store", "faults", "restore", "upgrade", "soak")
                .containsAll(options.keySet())) {
            System.err.println("Usage: ./dev chaos [--seed=N] [--minutes=M] [--pace=P] [--store=s3|folder|ceph]"
                    + " [--faults=kill-node,cut-database] [--restore] [--upgrade] [--soak]");
            System.exit(2);
        }
        long seed = Long.parseLong(options.getOrDefault("seed", "" + new Random().nextInt(1_000_000)));
        boolean soaks = options.containsKey("soak");
        int minutes = Integer.parseInt(options.getOrDefault("minutes", soaks ? "120" : "10"));
        int pace = Integer.parseInt(options.getOrDefault("pace", "1"));
        boolean restores = options.containsKey("restore");
        var store = options.getOrDefault("store", seed % 2 == 0 && !restores && !soaks ? "s3" : "folder");
        var met = Need.met(store);
        if (soaks) {
            met.removeAll(Soak.WITHOUT);
            say("A soak leaves out what takes small disks, clocks, or another process of a node.");
        }
        var former = Optional.ofNullable(options.get("upgrade")).map(Path::of);
        if (former.isPresent() && met.remove(Need.CLOCK)) {
            say("With an upgrade clocks are left out: what the release before writes has no other order.");
        }
        var faults = possible(Optional.ofNullable(options.get("faults")), met);
        faults.removeIf(fault -> soaks && Soak.RENEWING.contains(fault.name()));
        int exit = 3;
        try {
            var violations = new Chaos(
                            Path.of("").toAbsolutePath(), seed, minutes, pace, met, faults, restores, former, soaks)
                    .run();
            exit = violations.isEmpty() ? 0 : 1;
        } catch (Exception failure) {
            System.getLogger(Chaos.class.getName()).log(Level.ERROR, "The run could not go on", failure);
        } finally {
            System.exit(exit);
        }
    }

    /** Returns the faults of those names, or all; says which ones are left out. */
    private static List<Fault> possible(Optional<String> names, Set<Need> met) {
        var wanted = names.map(all -> Set.of(all.split(",")));
        var possible = new ArrayList<Fault>();
        for (var fault : Fault.all()) {
            if (wanted.isPresent() && !wanted.get().contains(fault.name())) {
                continue;
            }
            if (met.containsAll(fault.needs())) {
                possible.add(fault);
            } else {
                say("LEFT OUT: " + fault + ", which needs " + fault.needs());
            }
        }
        return possible;
    }

    static Map<String, String> secrets(Path project) throws IOException {
        var found = new HashMap<String, String>();
        var file = project.resolve("tools/demo/src/main/bootstrap/demo.json");
        for (var client : Software.JSON.readTree(file.toFile()).path("clients")) {
            found.put(
                    client.path("clientId").asText(),
                    client.path("clientSecret").asText());
        }
        return found;
    }

    private List<String> run() throws Exception {
        say("Seed %d, %d minutes. Starting two nodes, their database and the proxy ...".formatted(seed, minutes));
        var folder = project.resolve("tools/chaos/target/hub");
        try (var hub = Hub.start(project, former.orElse(project), folder, Ports.fromEnvironment(), met)) {
            var actors = Actors.begin(hub, secrets, seed, history);
            strike(hub, actors);
            history.calm();
            soak.ifPresent(watch -> say(watch.table(history.answers())));
            say("The last fault is mended: what is left is done, then everything is checked ...");
            try (var database = hub.database()) {
                var state = new StateReader(database, actors.towns(), actors.reading());
                actors.end(state);
                boolean purged = state.isPurged();
                var cases = new ArrayList<>(state.cases());
                cases.removeAll(formerCases);
                var unproven = Proofs.unproven(hub, actors.reading(), cases, purged, seed, actors.journal());
                var found = state.read(unproven, formerCases);
                say("In the journal: "
                        + found.acts().stream()
                                .collect(Collectors.groupingBy(
                                        act -> act.replaceFirst(" .*", ""), TreeMap::new, Collectors.counting())));
                var violations = new ArrayList<>(Rules.violations(history, found));
                if (lastNight != null) {
                    violations.addAll(lastNight.violations(found, restored(hub, actors)));
                }
                var report = Report.of(seed, minutes, history, violations).text()
                        + soak.map(watch -> "\n" + watch.table(history.answers()))
                                .orElse("");
                Files.writeString(project.resolve("tools/chaos/target/chaos-" + seed + ".md"), report);
                say(report);
                if (!violations.isEmpty() && lastNight == null) { // after a restore, this database is another
                    state.rows(violations).forEach(Chaos::say);
                }
                return violations;
            }
        }
    }

    /** A folder whose files waited for the scanner when it was backed up is complete a moment later. */
    private static Found restored(Hub hub, Actors actors) throws Exception {
        say("All is lost; the backup is restored ...");
        hub.restore();
        try (var database = hub.database()) {
            var state = new StateReader(database, actors.towns(), actors.reading());
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
            while (!state.isScanned() && System.nanoTime() < end) {
                Thread.sleep(1_000);
            }
            return state.read(List.of(), Set.of());
        }
    }

    private void strike(Hub hub, Actors actors)
            throws InterruptedException, IOException, SQLException, GeneralSecurityException {
        var probe = new Probe(
                hub, new Software(hub.client(), hub.address(), "demo-dila", secrets.get("demo-dila"), new History()));
        probe.recovery();
        if (former.isPresent()) {
            hub.migrate();
            for (var strike : Plan.upgrade()) {
                strike(hub, probe, strike);
            }
            try (var database = hub.database()) {
                formerCases.addAll(new StateReader(database, actors.towns(), actors.reading()).cases());
            }
        }
        actors.join();
        long begin = System.nanoTime();
        long end = begin + TimeUnit.MINUTES.toNanos(minutes);
        for (var strike : plan.strikes()) {
            if (System.nanoTime() > end) {
                return;
            }
            if (restores && lastNight == null && System.nanoTime() > (begin + end) / 2) {
                lastNight = LastNight.of(history);
                hub.backUp();
                say("All is backed up");
            }
            if (soak.isPresent()) {
                soak.get().pause(hub);
            }
            strike(hub, probe, strike);
        }
    }

    private void strike(Hub hub, Probe probe, Strike strike) throws InterruptedException, IOException, SQLException {
        Thread.sleep(strike.pauseMs());
        long from = System.nanoTime();
        strike.begin(hub);
        Thread.sleep(strike.lastsMs());
        strike.end(hub);
        var ms = probe.recovery();
        soak.ifPresent(watch -> watch.failed(from, System.nanoTime()));
        strikes += strike.hits().size();
        strike.hits().forEach(hit -> history.note(new Recovery(hit.toString(), ms)));
        say("%d. %s for %d ms: %s"
                .formatted(strikes, strike, strike.lastsMs(), ms == null ? "NO RECOVERY" : ms + " ms"));
        hub.databases().restoreStandby();
    }

    private static void say(String sentence) {
        System.out.println(sentence);
    }
}
