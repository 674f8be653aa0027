package fr.hubee.portal.journal;

import fr.hubee.journal.audit.AuditLine;
import fr.hubee.journal.audit.JournalNames;
import fr.hubee.journal.audit.JournalNames.Named;
import fr.hubee.journal.audit.JournalNames.Person;
import fr.hubee.portal.field.Elision;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names on screen for the identifiers of the journal. */
final class NameWords {
    /** Shown for an object that had an identifier and no longer exists. */
    static final String GONE = "(supprimé depuis)";

    private static final String HUB = "hubee";
    private static final String NOBODY = "unknown";
    private static final Pattern IDENTIFIER = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern MONTH = Pattern.compile("audit_entry_([0-9]{4})_([0-9]{2})");

    private final JournalNames names;

    NameWords(JournalNames names) {
        this.names = names;
    }

    /** Returns the author: a person by her name, software by its identifier. */
    String actor(String login) {
        return switch (login) {
            case HUB -> "HubEE";
            case NOBODY -> "Une personne inconnue";
            default -> person(login).orElse(login.contains("@") ? login : "Le logiciel " + login);
        };
    }

    /** Returns the author, with the colleague whom she replaces. */
    String actor(AuditLine line) {
        var absent = line.changes().fields().get(AuditLine.FOR_WHOM);
        return absent == null
                ? actor(line.actor())
                : actor(line.actor()) + ", en remplacement "
                        + Stream.of(absent.after().split(", ", -1))
                                .map(login -> Elision.of(person(login).orElse(login)))
                                .collect(Collectors.joining(" et "));
    }

    Optional<String> person(String login) {
        return Optional.ofNullable(names.people().get(login)).map(Person::name);
    }

    /** Returns the name of an organisation, or its key when it is unknown; empty without one. */
    String organization(String key) {
        return key == null ? "" : names.organizations().getOrDefault(key, key);
    }

    /** Returns « EtatCivil – Acte d’état civil ». */
    String process(String code) {
        var name = names.processes().get(code);
        return name == null ? code : code + " – " + name;
    }

    /** Returns the bare name, for a sentence that contains its kind. */
    String object(String subject) {
        var named = names.objects().get(subject);
        return named == null ? other(subject) : name(named);
    }

    /** Returns the name with its kind: « télédossier DEM-2026-1 ». */
    String kindAndObject(String subject) {
        var named = names.objects().get(subject);
        return named == null ? other(subject) : kind(named) + name(named);
    }

    private static String kind(Named named) {
        return switch (named.kind()) {
            case FOLDER, CASE -> "télédossier ";
            case ATTACHMENT -> "pièce jointe du télédossier ";
            case SUBSCRIPTION -> "abonnement ";
            case ACCOUNT -> "compte de ";
        };
    }

    private String name(Named named) {
        return switch (named.kind()) {
            case FOLDER, CASE, ATTACHMENT, ACCOUNT -> named.name();
            case SUBSCRIPTION ->
                "à « " + process(named.name()) + " » " + Elision.ofThe(organization(named.organization()));
        };
    }

    private String other(String text) {
        if (IDENTIFIER.matcher(text).matches()) {
            return GONE;
        }
        var month = MONTH.matcher(text);
        if (month.matches()) {
            return month.group(2) + "/" + month.group(1);
        }
        var organization = names.organizations().get(text);
        return organization != null ? organization : person(text).orElseGet(() -> process(text));
    }

    /** Whether the text is an identifier, without meaning for a reader. */
    static boolean isIdentifier(String text) {
        return IDENTIFIER.matcher(text.toLowerCase(Locale.ROOT)).matches();
    }
}
