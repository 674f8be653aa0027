package fr.hubee.directory.process;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/** Sizes as people type them, in Mo of 1 048 576 bytes. */
final class Megabytes {
    private static final BigDecimal ONE = BigDecimal.valueOf(1024 * 1024);
    private static final Pattern FORM = Pattern.compile("[0-9]{1,7}([.,][0-9]{1,6})?");

    private Megabytes() {}

    static String of(long bytes) {
        var number = BigDecimal.valueOf(bytes).divide(ONE, 6, RoundingMode.HALF_UP);
        return (number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString()).replace('.', ',');
    }

    /** @return empty when the text is not a size */
    static Optional<Long> parse(String text) {
        return Optional.of(text)
                .filter(typed -> FORM.matcher(typed).matches())
                .map(typed -> new BigDecimal(typed.replace(',', '.'))
                        .multiply(ONE)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact());
    }
}
