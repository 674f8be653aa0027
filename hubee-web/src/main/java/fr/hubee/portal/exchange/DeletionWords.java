package fr.hubee.portal.exchange;

import fr.hubee.exchange.receipt.DeletionCertificate;
import fr.hubee.exchange.receipt.DeletionCertificate.Kind;
import fr.hubee.exchange.receipt.DeletionCertificate.Part;
import fr.hubee.exchange.receipt.ReceiptNames;
import fr.hubee.exchange.receipt.ReceiptVerifier.VerifiedDeletion;
import fr.hubee.kernel.shared.ByteCount;
import fr.hubee.portal.exchange.Paper.Fact;
import fr.hubee.portal.field.FrenchDates;
import fr.hubee.portal.field.FrenchNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** A certificate of deletion in French, on paper and on the public page; it concerns no person. */
final class DeletionWords {
    static final String TITLE = "Attestation de suppression";

    private static final FrenchNumbers NUMBERS = new FrenchNumbers();

    private final ReceiptNames names;
    private final FrenchDates dates;

    DeletionWords(ReceiptNames names, FrenchDates dates) {
        this.names = names;
        this.dates = dates;
    }

    String sentence(DeletionCertificate certificate) {
        return "HubEE atteste avoir supprimé ce qui suit, au terme des durées de conservation de la démarche, du "
                + dates.moment(certificate.from()) + " au " + dates.moment(certificate.to()) + " (heure de Paris).";
    }

    /** Returns « 12 pièces, 3 télédossiers archivés ». */
    static String counts(DeletionCertificate certificate) {
        return counts(certificate::items);
    }

    /** Returns the same for the share; empty for none. */
    static String ownCounts(DeletionCertificate certificate) {
        return certificate.share() == null ? "" : counts(certificate.share()::items);
    }

    private static String counts(ToLongFunction<Kind> items) {
        var counts = new ArrayList<String>();
        for (var kind : Kind.values()) {
            long number = items.applyAsLong(kind);
            if (number > 0) {
                counts.add(count(kind, number));
            }
        }
        return String.join(", ", counts);
    }

    private static String count(Kind kind, long items) {
        boolean one = items == 1;
        var number = NUMBERS.of(items) + '\u00a0';
        return switch (kind) {
            case FILES -> number + (one ? "pièce jointe effacée" : "pièces jointes effacées");
            case CASES -> number + (one ? "télédossier archivé" : "télédossiers archivés");
            case FOLDERS -> number + (one ? "dossier supprimé" : "dossiers supprimés");
        };
    }

    List<Fact> facts(VerifiedDeletion verified) {
        var certificate = verified.certificate();
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("Démarche", names.of(certificate.process())));
        if (certificate.operator() != null) {
            facts.add(new Fact(
                    "Opérateur",
                    List.of(names.of(certificate.operator()), ReceiptWords.identifier(certificate.operator()))));
        }
        for (var part : certificate.parts()) {
            facts.add(new Fact(count(part.kind(), part.items()), part(part)));
        }
        if (certificate.share() != null) {
            facts.add(new Fact("Dont pour " + names.of(certificate.share().organization()), share(certificate)));
        }
        facts.add(new Fact(
                "Clés détruites",
                certificate.keys() == 0
                        ? List.of("aucune")
                        : List.of(
                                NUMBERS.of(certificate.keys()), "SHA-256 de leur liste : " + certificate.keysList())));
        facts.add(Fact.of(
                "Journal avant",
                verified.before()
                        .map(head -> head.size() + " lignes, scellé le " + dates.moment(head.at()))
                        .orElse("pas encore scellé")));
        facts.add(Fact.of(
                "Journal après",
                verified.after().size() + " lignes, scellé le "
                        + dates.moment(verified.after().at())));
        facts.add(Fact.of("Attestation", certificate.id().toString()));
        facts.add(Fact.of("Clé de signature", verified.signer()));
        return facts;
    }

    private static List<String> share(DeletionCertificate certificate) {
        var share = certificate.share();
        var lines = new ArrayList<String>();
        lines.add(ReceiptWords.identifier(share.organization()));
        lines.add(ownCounts(certificate));
        if (share.bytes() > 0) {
            lines.add(ByteCount.text(share.bytes()));
        }
        lines.add("SHA-256 de la liste : " + share.list());
        return lines;
    }

    private static List<String> part(Part part) {
        var lines = new ArrayList<String>();
        if (part.bytes() > 0) {
            lines.add(ByteCount.text(part.bytes()));
        }
        lines.add("règle : " + (part.rule().isEmpty() ? "aucune" : part.rule()));
        lines.add("SHA-256 de la liste : " + part.list());
        return lines;
    }
}
