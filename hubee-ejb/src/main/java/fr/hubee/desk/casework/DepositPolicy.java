package fr.hubee.desk.casework;

import fr.hubee.directory.process.AttachmentRules;
import fr.hubee.exchange.folder.NewAttachment;
import fr.hubee.files.scan.FileFormat;
import fr.hubee.files.scan.Verdict;
import fr.hubee.kernel.shared.ByteCount;
import fr.hubee.kernel.shared.FileName;
import fr.hubee.kernel.shared.InvalidRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Defines which files the people of a service may add in a démarche; checked, with errors in French, before any byte is stored. */
final class DepositPolicy {
    /** The contract requires a functional type; the portal does not ask for one. */
    static final String TYPE = "PieceJointe";

    private static final int LONGEST_NAME = 255;

    private final AttachmentRules rules;

    DepositPolicy(AttachmentRules rules) {
        this.rules = rules;
    }

    /**
     * The media type is derived from the name, since the browser's is unreliable. The content is checked against it
     * later.
     */
    NewAttachment announce(UploadedFile file) {
        var name = nameOf(file.fileName());
        if (file.size() == 0) {
            throw new InvalidRequest("« " + name + " » est vide : vérifiez ce fichier.");
        }
        if (file.size() > rules.maxSize()) {
            throw new InvalidRequest("« " + name + " » pèse " + ByteCount.text(file.size())
                    + " : cette démarche accepte " + ByteCount.text(rules.maxSize()) + " par fichier, au plus.");
        }
        var format = format(name)
                .orElseThrow(() -> new InvalidRequest("« " + name + " » n’est pas d’un format accepté : cette démarche"
                        + " accepte " + accepted() + "."));
        return new NewAttachment(name, TYPE, file.size(), format);
    }

    /**
     * Refuses a file that the antivirus blocks, so that nothing of it is kept. Without an answer of the antivirus, the file waits.
     *
     * @return the verdict under the rules of the démarche
     */
    Verdict requireHarmless(NewAttachment announced, Verdict scanned) {
        var verdict = rules.encrypted() ? scanned.acceptingEncrypted() : scanned;
        if (verdict.kind() == Verdict.Kind.INFECTED) {
            throw new InvalidRequest("« " + announced.fileName() + " » contient un virus (" + verdict.detail()
                    + ") : rien n’a été déposé. Supprimez ce fichier et prévenez votre service informatique.");
        }
        if (verdict.kind() == Verdict.Kind.REFUSED) {
            throw new InvalidRequest("L’antivirus n’a pas pu lire « " + announced.fileName() + " » (" + verdict.detail()
                    + ") : rien n’a été déposé. Déposez-le sans mot de passe, ou en plusieurs fichiers.");
        }
        return verdict;
    }

    private String accepted() {
        return rules.siFormats().stream().map(FileFormat::label).collect(Collectors.joining(", "));
    }

    private Optional<String> format(String name) {
        return rules.siFormats().stream()
                .filter(format ->
                        FileFormat.extensions(format).stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith))
                .findFirst();
    }

    /** Some browsers send a path. */
    private static String nameOf(String typed) {
        var path = typed == null ? "" : typed.strip();
        var name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidRequest("Le nom du fichier ne convient pas : renommez-le, puis recommencez.");
        }
        return FileName.harmless(name);
    }
}
