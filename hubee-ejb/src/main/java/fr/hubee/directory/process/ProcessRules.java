package fr.hubee.directory.process;

import fr.hubee.kernel.shared.OrganizationKey;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks of typed values, field by field; stricter than the API. */
final class ProcessRules {
    /** The largest file size of known démarches (specification §7). */
    static final long MOST_BYTES = 1024L * 1024 * 1024;

    static final int MOST_DAYS = 36_500;

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,29}");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9][a-z0-9.+_-]*/[a-z0-9][a-z0-9.+_-]*");
    private static final Pattern TYPE = Pattern.compile("[\\p{L}0-9][\\p{L}0-9 ._+-]*");
    private static final Pattern DAYS = Pattern.compile("[0-9]{1,9}");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\uFFFD&&[^\\n]]");

    private ProcessRules() {}

    /** @param value trimmed; empty when nothing was typed */
    static Optional<String> problem(ProcessField field, String value) {
        if (INVISIBLE.matcher(value).find()) {
            return Optional.of("Ce texte contient un caractère invisible : effacez-le et saisissez-le de nouveau.");
        }
        return switch (field) {
            case CODE ->
                unless(
                        CODE.matcher(value).matches(),
                        "Le code compte de 1 à 30 lettres sans accent, chiffres, points, tirets ou tirets bas.");
            case NAME -> value.isEmpty() ? Optional.of("Indiquez le nom de la démarche.") : atMost(100, value);
            case DESCRIPTION, LEGAL_JUSTIFICATION -> atMost(1000, value);
            case OSL -> unless(isKey(value), "Choisissez l’opérateur à qui la démarche appartient.");
            case FORMATS -> value.isEmpty() ? Optional.of("""
                    Indiquez un format au moins : sans lui, l’opérateur ne pourrait déposer aucun fichier.""") : formats(value);
            case SI_FORMATS -> formats(value);
            case TYPES -> value.isEmpty() ? Optional.of("Indiquez un type de pièce jointe au moins.") : types(value);
            case MAX_SIZE ->
                unless(
                        Megabytes.parse(value)
                                .filter(bytes -> bytes > 0 && bytes <= MOST_BYTES)
                                .isPresent(),
                        "La taille est un nombre de Mo, au-dessus de 0 et jusqu’à 1024 (par exemple 10 ou 2,5).");
            case FILE_DELETION_STATUS -> unless(DeletionStatus.isKnown(value), "Choisissez un statut dans la liste.");
            case FILE_DELETION_DAYS, ARCHIVING_DAYS, FOLDER_DELETION_DAYS ->
                unless(
                        DAYS.matcher(value).matches() && Integer.parseInt(value) <= MOST_DAYS,
                        "Indiquez un nombre entier de jours, de 0 à 36500 (cent ans).");
            case PORTAL_FILES_KEPT ->
                unless(
                        value.isEmpty() || TypedPeriod.parse(value).isPresent(),
                        "Indiquez par exemple « 2 mois » ou « 60 jours », ou rien.");
            case SUBSCRIPTION_VALIDATION ->
                unless(
                        Stream.of(SubscriptionValidation.values())
                                .anyMatch(each -> each.name().equals(value)),
                        "Choisissez qui valide les abonnements.");
            case ACTIVATED,
                    ENCRYPTED,
                    MESSAGE_TO_TRANSMITTER,
                    MESSAGE_WITH_STATUS,
                    AUTHORIZED_AWAITING,
                    NEVER_REFUSED,
                    SENSITIVE ->
                unless(value.equals("true") || value.equals("false"), "Choisissez « Oui » ou « Non ».");
        };
    }

    static List<String> lines(String value) {
        return value.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    private static boolean isKey(String value) {
        return OrganizationKey.parse(value).isPresent();
    }

    private static Optional<String> formats(String value) {
        return first(
                        value,
                        line -> line.length() <= 255 && MEDIA_TYPE.matcher(line).matches())
                .map(wrong -> "« " + quoted(wrong) + " » n’est pas un format : écrivez par exemple application/pdf.");
    }

    private static Optional<String> types(String value) {
        return first(value, line -> line.length() <= 100 && TYPE.matcher(line).matches())
                .map(wrong -> "« " + quoted(wrong) + " » n’est pas un type de pièce : 100 lettres, chiffres, tirets ou"
                        + " points au plus.");
    }

    private static Optional<String> first(String value, Predicate<String> right) {
        return lines(value).stream().filter(right.negate()).findFirst();
    }

    private static String quoted(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private static Optional<String> atMost(int most, String value) {
        return unless(
                value.length() <= most, "Ce texte compte " + value.length() + " caractères : " + most + " au plus.");
    }

    private static Optional<String> unless(boolean right, String sentence) {
        return right ? Optional.empty() : Optional.of(sentence);
    }

    /** Sizes as people type them, in Mo of 1 048 576 bytes. */
    static final class Megabytes {
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

    /** Periods of months or of days as people type them: « 2 mois », « 60 jours ». */
    static final class TypedPeriod {
        private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,3}) *(mois|jours?)");

        private TypedPeriod() {}

        /** @param period null for none */
        static String of(Period period) {
            if (period == null) {
                return "";
            }
            long days = period.get(ChronoUnit.DAYS);
            return days == 0 ? period.toTotalMonths() + " mois" : days + (days == 1 ? " jour" : " jours");
        }

        /** @return empty when the text is no period */
        static Optional<Period> parse(String text) {
            var typed = FORM.matcher(text);
            if (!typed.matches()) {
                return Optional.empty();
            }
            int number = Integer.parseInt(typed.group(1));
            return Optional.of(typed.group(2).equals("mois") ? Period.ofMonths(number) : Period.ofDays(number));
        }
    }
}
