package fr.hubee.bench;

import java.util.List;

/**
 * The amount to measure.
 *
 * @param users concurrent partners
 * @param cycles life cycles of a folder that are measured
 * @param warmUps how often as many are lived before, at most: until the server is warm
 * @param bytes of the large file
 * @param polls requests of each kind, after as many to warm up
 * @param folders that exist when the queue is read the second time
 * @param cases received by the organisation whose list is read
 * @param pause before the work, so that a profiler can be attached
 */
record Options(int users, int cycles, int warmUps, long bytes, int polls, int folders, int cases, int pause) {
    private static final Options FULL = new Options(8, 3000, 10, 1L << 30, 10_000, 200_000, 100_000, 0);
    private static final Options QUICK = new Options(8, 400, 1, 128L << 20, 2000, 20_000, 20_000, 0);

    /** A short measure, to compare before and after a change. */
    private static final Options SMOKE = new Options(8, 600, 1, 64L << 20, 2000, 20_000, 20_000, 0);

    static final String USAGE = """
            Usage: ./dev bench [--quick | --smoke] [--users=8] [--cycles=3000] [--megabytes=1024] [--polls=10000] [--folders=200000] [--cases=100000]

              --quick            a few minutes, rougher figures
              --smoke            the same lines in two to three minutes, to compare before and after a change
              --folders=1000000  reads the queue among a million
              --pause=60         waits before each measure, to attach a profiler to the server""";

    static Options read(List<String> arguments) {
        var options = arguments.contains("--smoke") ? SMOKE : arguments.contains("--quick") ? QUICK : FULL;
        for (var argument : arguments) {
            options = options.with(argument);
        }
        return options;
    }

    private Options with(String argument) {
        if (argument.equals("--quick") || argument.equals("--smoke")) {
            return this;
        }
        var parts = argument.split("=", 2);
        if (parts.length < 2 || !parts[1].matches("[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException(USAGE);
        }
        int number = Integer.parseInt(parts[1]);
        return switch (parts[0]) {
            case "--users" -> new Options(number, cycles, warmUps, bytes, polls, folders, cases, pause);
            case "--cycles" -> new Options(users, number, warmUps, bytes, polls, folders, cases, pause);
            case "--megabytes" ->
                new Options(users, cycles, warmUps, (long) number << 20, polls, folders, cases, pause);
            case "--polls" -> new Options(users, cycles, warmUps, bytes, number, folders, cases, pause);
            case "--folders" -> new Options(users, cycles, warmUps, bytes, polls, number, cases, pause);
            case "--cases" -> new Options(users, cycles, warmUps, bytes, polls, folders, number, pause);
            case "--pause" -> new Options(users, cycles, warmUps, bytes, polls, folders, cases, number);
            default -> throw new IllegalArgumentException(USAGE);
        };
    }
}
