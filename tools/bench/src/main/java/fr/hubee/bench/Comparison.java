package fr.hubee.bench;

import fr.hubee.launcher.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.ToDoubleFunction;

/**
 * Compares this commit with another one: their servers do the same work at the same time, so that what else the machine does burdens both.
 */
public final class Comparison {
    private static final int ROUNDS = 10;
    private static final int OTHER_PORTS = 1000;
    private static final List<String> DEFAULTS = List.of("--users=4", "--cycles=500", "--polls=3000");

    /** Pages of each kind in a round. */
    private static final int PAGES = 20;

    /** Cycles of each server before the first round: until then the compilers of the JVM take most of the time. */
    private static final String WARM_UP = "--cycles=4000";

    private final List<String> arguments;
    private final Side before;
    private final Side after;

    private Comparison(List<String> wanted, Side before, Side after) {
        this.arguments = new ArrayList<>(DEFAULTS);
        this.arguments.addAll(wanted);
        this.before = before;
        this.after = after;
    }

    /** @param arguments the folder where the other commit was built, then {@code pages}, or options */
    public static void main(String... arguments) throws IOException, SQLException, InterruptedException {
        var wanted = List.of(arguments).subList(1, arguments.length);
        var ports = Ports.fromEnvironment();
        System.out.println("Starting two databases and two servers ...");
        try (var before = Side.of(Path.of(arguments[0]), new Ports(ports.offset() + OTHER_PORTS));
                var after = Side.of(Path.of("").toAbsolutePath(), ports)) {
            var comparison = new Comparison(wanted, before, after);
            if (wanted.equals(List.of("pages"))) {
                comparison.pages();
            } else {
                comparison.exchange();
            }
        }
        System.exit(0);
    }

    private void pages() {
        both(Side::loadPages);
        both(side -> side.openPages(PortalPages.WARM_UP));
        var pairs = new ArrayList<Pair>();
        for (int round = 1; round <= ROUNDS; round++) {
            pairs.add(both(side -> side.openPages(PAGES)));
            System.out.printf(Locale.ROOT, "round %d of %d%n", round, ROUNDS);
        }
        heading();
        print("page", pairs);
    }

    private void exchange() {
        var warmUp = new ArrayList<>(arguments);
        warmUp.add(WARM_UP);
        both(side -> side.cycle(Options.read(warmUp)));
        both(side -> side.poll(Options.read(arguments)));
        var cycles = new ArrayList<Pair>();
        var polls = new ArrayList<Pair>();
        for (int round = 1; round <= ROUNDS; round++) {
            cycles.add(both(side -> side.cycle(Options.read(arguments))));
            polls.add(both(side -> side.poll(Options.read(arguments))));
            System.out.printf(Locale.ROOT, "round %d of %d%n", round, ROUNDS);
        }
        heading();
        print("life cycle", cycles);
        print("empty poll", polls, Spent::cpu);
    }

    /** Prints the whole, its two parts, and what they cost on this side. */
    private static void print(String name, List<Pair> pairs) {
        print(name, pairs, Spent::cpu);
        print("  its server", pairs, Spent::program);
        print("  its database", pairs, Spent::database);
        System.out.printf(
                Locale.ROOT,
                "a %s here: %.1f ms of the server, %.1f of PostgreSQL%n",
                name,
                median(pairs, pair -> pair.after().program()),
                median(pairs, pair -> pair.after().database()));
    }

    private static void heading() {
        System.out.printf(
                "%nprocessor time, this commit / the other: median (lower and upper quartile) of %d rounds%n", ROUNDS);
    }

    private record Pair(Spent before, Spent after) {}

    /** Work of one side. */
    private interface Work {
        Spent on(Side side) throws IOException, InterruptedException, SQLException;
    }

    private Pair both(Work work) {
        var other = CompletableFuture.supplyAsync(() -> spent(work, before));
        var mine = spent(work, after);
        return new Pair(other.join(), mine);
    }

    private static Spent spent(Work work, Side side) {
        try {
            return work.on(side);
        } catch (IOException | SQLException | InterruptedException failure) {
            throw new CompletionException(failure);
        }
    }

    private static void print(String name, List<Pair> pairs, ToDoubleFunction<Spent> figure) {
        var ratios = sorted(pairs, pair -> figure.applyAsDouble(pair.after()) / figure.applyAsDouble(pair.before()));
        int quarter = ratios.size() / 4;
        System.out.printf(
                Locale.ROOT,
                "%-16s %.3f (%.3f to %.3f)%n",
                name,
                ratios.get(ratios.size() / 2),
                ratios.get(quarter),
                ratios.get(ratios.size() - 1 - quarter));
    }

    private static double median(List<Pair> pairs, ToDoubleFunction<Pair> figure) {
        return sorted(pairs, figure).get(pairs.size() / 2);
    }

    private static List<Double> sorted(List<Pair> pairs, ToDoubleFunction<Pair> figure) {
        return pairs.stream().mapToDouble(figure).sorted().boxed().toList();
    }

    /** A server and its database, of one commit. */
    private static final class Side implements AutoCloseable {
        private final Bed bed;
        private final Path project;
        private PortalPages pages;

        private Side(Bed bed, Path project) {
            this.bed = bed;
            this.project = project;
        }

        static Side of(Path project, Ports ports) throws IOException, SQLException, InterruptedException {
            return new Side(Bed.make(project, ports), project);
        }

        Spent loadPages() throws IOException, InterruptedException, SQLException {
            pages = PortalPages.of(bed);
            return Spent.NOTHING;
        }

        /** Returns the cost of a page, a mean of all. */
        Spent openPages(int times) throws IOException, InterruptedException, SQLException {
            return pages.cost(times);
        }

        /** Returns the cost of a life cycle. */
        Spent cycle(Options options) throws IOException, InterruptedException, SQLException {
            return new LifeCycle(bed, project, options).cost("comparison");
        }

        /** Returns the cost of a poll of an empty queue. */
        Spent poll(Options options) throws IOException, InterruptedException, SQLException {
            return new Polls(bed, options, Partner.named("demo-trois-vallons", project, bed.address()))
                    .measure(Polls.QUEUE);
        }

        @Override
        public void close() throws IOException {
            bed.close();
        }
    }
}
