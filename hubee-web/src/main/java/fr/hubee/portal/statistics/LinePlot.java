package fr.hubee.portal.statistics;

import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The coordinates of a line chart, in its own units; the page draws it. */
public record LinePlot(List<Span> spans) {
    static final int LEFT = 56;
    static final int RIGHT = 708;
    static final int TOP = 12;
    static final int BOTTOM = 208;

    private static final int LEVELS = 4;

    /** A horizontal line with its value. */
    public record Level(long value, long y) {}

    /** From the lowest to the highest; no point is above it. */
    public List<Level> getLevels() {
        long step = step();
        return LongStream.rangeClosed(0, LEVELS)
                .mapToObj(each -> new Level(each * step, Math.round(y(each * step))))
                .toList();
    }

    public String getReceived() {
        return points(Span::received);
    }

    public String getPickedUp() {
        return points(Span::pickedUp);
    }

    public String getEnded() {
        return points(Span::ended);
    }

    private String points(ToLongFunction<Span> value) {
        return IntStream.range(0, spans.size())
                .mapToObj(
                        each -> String.format(Locale.ROOT, "%.1f,%.1f", x(each), y(value.applyAsLong(spans.get(each)))))
                .collect(Collectors.joining(" "));
    }

    private double x(int position) {
        return spans.size() == 1
                ? (LEFT + RIGHT) / 2.0
                : LEFT + (double) position * (RIGHT - LEFT) / (spans.size() - 1);
    }

    private double y(long value) {
        return BOTTOM - (double) value * (BOTTOM - TOP) / (LEVELS * step());
    }

    /** The smallest of 1, 2, 5, 10, 20, 50… that fits the highest value. */
    private long step() {
        long most = spans.stream()
                .flatMapToLong(span -> LongStream.of(span.received(), span.pickedUp(), span.ended()))
                .max()
                .orElse(0);
        long power = 1;
        while (true) {
            for (long digit : new long[] {1, 2, 5}) {
                if (digit * power * LEVELS >= most) {
                    return digit * power;
                }
            }
            power *= 10;
        }
    }
}
