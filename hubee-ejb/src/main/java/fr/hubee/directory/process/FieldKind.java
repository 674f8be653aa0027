package fr.hubee.directory.process;

import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The kinds of fields of a démarche: how people type a value, which values they may type, and what is kept. Stricter than the API. */
public enum FieldKind {
    CODE,
    NAME,
    SHORT_NAME,
    TEXT,
    OPERATOR,
    YES_NO,
    VALIDATION,
    PERSON,
    FORMATS,
    OPTIONAL_FORMATS,
    TYPES,
    MEGABYTES,
    STATUS,
    DAYS,
    PERIOD;

    /**
     * The case statuses that a person may choose to start the retention period of files, by their codes (see
     * {@link RetentionRules#fileDeletionStatus}); the API accepts others.
     */
    public static final List<String> STATUSES = List.of("SENT", "SI_RECEIVED", "IN_PROGRESS", "DONE", "CLOSED");

    /** The largest file size of known démarches (specification §7). */
    private static final long MOST_BYTES = 1024L * 1024 * 1024;

    private static final int MOST_DAYS = 36_500;

    private static final Pattern CODE_FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,29}");
    private static final Pattern SHORT_NAME_FORM = Pattern.compile("[\\p{L}0-9][\\p{L}0-9._-]{0,19}");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9][a-z0-9.+_-]*/[a-z0-9][a-z0-9.+_-]*");
    private static final Pattern TYPE = Pattern.compile("[\\p{L}0-9][\\p{L}0-9 ._+-]*");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");

    private static final BigDecimal MEGABYTE = BigDecimal.valueOf(1024 * 1024);
    private static final Pattern SIZE = Pattern.compile("[0-9]{1,7}([.,][0-9]{1,6})?");
    private static final Pattern MONTHS_OR_DAYS = Pattern.compile("([1-9][0-9]{0,3}) *(mois|jours?)");

    public boolean isRequired() {
        return this != TEXT && this != SHORT_NAME && this != OPTIONAL_FORMATS && this != PERIOD;
    }

    /** @param typed trimmed; empty when nothing was typed */
    Optional<String> problem(String typed) {
        return switch (this) {
            case CODE -> unless(CODE_FORM.matcher(typed).matches(), Words.text("directory.process.code"));
            case NAME -> typed.isEmpty() ? Optional.of(Words.text("directory.process.name")) : atMost(100, typed);
            case SHORT_NAME ->
                unless(
                        typed.isEmpty() || SHORT_NAME_FORM.matcher(typed).matches(),
                        Words.text("directory.process.shortName"));
            case TEXT -> atMost(1000, typed);
            case OPERATOR -> unless(OrganizationKey.parse(typed).isPresent(), Words.text("directory.process.operator"));
            case YES_NO -> unless(typed.equals("true") || typed.equals("false"), Words.text("directory.process.yesNo"));
            case VALIDATION ->
                unless(
                        Stream.of(SubscriptionValidation.values())
                                .anyMatch(each -> each.name().equals(typed)),
                        Words.text("directory.process.validation"));
            case PERSON ->
                unless(
                        Stream.of(CasePerson.values())
                                .anyMatch(each -> each.name().equals(typed)),
                        Words.text("directory.process.person"));
            case FORMATS ->
                typed.isEmpty() ? Optional.of(Words.text("directory.process.noFormat")) : problemOfFormats(typed);
            case OPTIONAL_FORMATS -> problemOfFormats(typed);
            case TYPES -> typed.isEmpty() ? Optional.of(Words.text("directory.process.noType")) : problemOfTypes(typed);
            case MEGABYTES ->
                unless(
                        bytes(typed)
                                .filter(bytes -> bytes > 0 && bytes <= MOST_BYTES)
                                .isPresent(),
                        Words.text("directory.process.megabytes"));
            case STATUS -> unless(STATUSES.contains(typed), Words.text("directory.process.status"));
            case DAYS ->
                unless(
                        WHOLE.matcher(typed).matches() && Integer.parseInt(typed) <= MOST_DAYS,
                        Words.text("directory.process.days"));
            case PERIOD ->
                unless(
                        typed.isEmpty() || MONTHS_OR_DAYS.matcher(typed).matches(),
                        Words.text("directory.process.period"));
        };
    }

    String shown(Object value) {
        if (value == null) {
            return "";
        }
        return switch (this) {
            case FORMATS, OPTIONAL_FORMATS, TYPES ->
                String.join(
                        "\n",
                        ((Collection<?>) value).stream().map(String::valueOf).toList());
            case MEGABYTES -> megabytes((long) value);
            case PERIOD -> monthsOrDays((Period) value);
            default -> value.toString();
        };
    }

    /** @param typed without a {@link #problem} */
    Object value(String typed) {
        return switch (this) {
            case TEXT, SHORT_NAME -> typed.isEmpty() ? null : typed;
            case OPERATOR -> OrganizationKey.parse(typed).orElseThrow();
            case YES_NO -> Boolean.valueOf(typed);
            case VALIDATION -> SubscriptionValidation.valueOf(typed);
            case PERSON -> CasePerson.valueOf(typed);
            case FORMATS, OPTIONAL_FORMATS, TYPES -> lines(typed);
            case MEGABYTES -> bytes(typed).orElseThrow();
            case DAYS -> Integer.valueOf(typed);
            case PERIOD -> typed.isEmpty() ? null : period(typed);
            default -> typed;
        };
    }

    private static List<String> lines(String typed) {
        return typed.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    private static Optional<String> problemOfFormats(String typed) {
        return first(
                        typed,
                        line -> line.length() <= 255 && MEDIA_TYPE.matcher(line).matches())
                .map(wrong -> Words.text("directory.process.format", wrong));
    }

    private static Optional<String> problemOfTypes(String typed) {
        return first(typed, line -> line.length() <= 100 && TYPE.matcher(line).matches())
                .map(wrong -> Words.text("directory.process.type", wrong));
    }

    private static Optional<String> first(String typed, Predicate<String> right) {
        return lines(typed).stream()
                .filter(right.negate())
                .findFirst()
                .map(wrong -> wrong.length() <= 40 ? wrong : wrong.substring(0, 40) + "…");
    }

    private static Optional<String> atMost(int most, String typed) {
        return unless(typed.length() <= most, Words.text("directory.process.tooLong", typed.length(), most));
    }

    private static Optional<String> unless(boolean right, String sentence) {
        return right ? Optional.empty() : Optional.of(sentence);
    }

    /** Sizes are typed in Mo of 1 048 576 bytes. */
    private static String megabytes(long bytes) {
        var number = BigDecimal.valueOf(bytes).divide(MEGABYTE, 6, RoundingMode.HALF_UP);
        return (number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString()).replace('.', ',');
    }

    private static Optional<Long> bytes(String typed) {
        return Optional.of(typed)
                .filter(text -> SIZE.matcher(text).matches())
                .map(text -> new BigDecimal(text.replace(',', '.'))
                        .multiply(MEGABYTE)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact());
    }

    /** Periods are typed in months or in days: « 2 mois », « 60 jours ». */
    private static String monthsOrDays(Period period) {
        long days = period.get(ChronoUnit.DAYS);
        return days == 0
                ? Words.text("directory.process.months", period.toTotalMonths())
                : Words.text(days == 1 ? "directory.process.oneDay" : "directory.process.someDays", days);
    }

    private static Period period(String typed) {
        var parts = MONTHS_OR_DAYS.matcher(typed);
        if (!parts.matches()) {
            throw new IllegalArgumentException(typed);
        }
        int number = Integer.parseInt(parts.group(1));
        return parts.group(2).equals("mois") ? Period.ofMonths(number) : Period.ofDays(number);
    }
}
