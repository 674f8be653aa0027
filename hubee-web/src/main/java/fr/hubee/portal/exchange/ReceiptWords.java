package fr.hubee.portal.exchange;

import fr.hubee.exchange.receipt.Receipt;
import fr.hubee.exchange.receipt.ReceiptNames;
import fr.hubee.exchange.receipt.ReceiptVerifier.VerifiedReceipt;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.portal.exchange.Paper.Fact;
import fr.hubee.portal.field.FrenchDates;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** A receipt in French, on paper and on the public page. */
final class ReceiptWords {
    private static final int SIREN = 9;
    private static final int GROUP = 3;

    private final ReceiptNames names;
    private final FrenchDates dates;

    ReceiptWords(ReceiptNames names, FrenchDates dates) {
        this.names = names;
        this.dates = dates;
    }

    static String title(Receipt receipt) {
        return receipt.kind().label();
    }

    /** Returns the statement of the hub. */
    String sentence(Receipt receipt) {
        return "HubEE atteste avoir enregistré " + what(receipt) + " le " + dates.moment(receipt.at())
                + " (heure de Paris).";
    }

    private static String what(Receipt receipt) {
        return switch (receipt.kind()) {
            case DEPOSIT -> "la transmission de ce télédossier, ou de ces pièces, à son destinataire";
            case WITHDRAWAL ->
                receipt.files().isEmpty()
                        ? "la première ouverture de ce télédossier par son destinataire"
                        : "le premier téléchargement de cette pièce par son destinataire";
            case STATUS -> "ce changement de statut";
            case CLOSING -> "la clôture de ce télédossier";
            case DELETION ->
                !receipt.isPurge()
                        ? "la suppression de ce dépôt avant sa transmission"
                        : "la suppression, au terme de la durée de conservation, de ce qui suit";
        };
    }

    /** Returns all facts, for those who may read the télédossier. */
    List<Fact> all(VerifiedReceipt verified) {
        var facts = new ArrayList<Fact>();
        if (verified.receipt().number() != null) {
            facts.add(Fact.of("Télédossier", verified.receipt().number()));
        }
        facts.addAll(open(verified));
        return facts;
    }

    /** Returns the facts that anybody may see: none leads to a person. */
    List<Fact> open(VerifiedReceipt verified) {
        var receipt = verified.receipt();
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("Démarche", names.of(receipt.process())));
        facts.add(
                receipt.sender() == null
                        ? Fact.of("Auteur", "HubEE, au terme de la durée de conservation")
                        : new Fact("De", organization(receipt.sender())));
        if (!receipt.recipients().isEmpty()) {
            facts.add(new Fact(
                    "À",
                    receipt.recipients().stream()
                            .flatMap(each -> organization(each).stream())
                            .toList()));
        }
        if (receipt.after() != null) {
            facts.add(Fact.of("Statut", status(receipt.before()) + " puis " + status(receipt.after())));
        }
        if (receipt.isPurge()) {
            facts.add(Fact.of("Règle appliquée", receipt.rule()));
            facts.add(
                    Fact.of("Attestation de suppression", receipt.certificate().toString()));
        }
        if (!receipt.files().isEmpty()) {
            facts.add(new Fact(
                    receipt.files().size() == 1
                            ? "Pièce (SHA-256)"
                            : receipt.files().size() + " pièces (SHA-256)",
                    receipt.files().stream().map(ReceiptWords::digest).toList()));
        }
        facts.add(new Fact("Journal", journal(verified)));
        facts.add(Fact.of("Clé de signature", verified.signer()));
        return facts;
    }

    private List<String> organization(OrganizationKey key) {
        return List.of(names.of(key), identifier(key));
    }

    /** Returns « SIRET 990 001 018 00011, guichet 99101 ». */
    static String identifier(OrganizationKey key) {
        var register = key.companyRegister();
        var siret = new StringBuilder();
        for (int each = 0; each < SIREN; each += GROUP) {
            siret.append(register, each, each + GROUP).append('\u00a0');
        }
        return "SIRET\u00a0" + siret + register.substring(SIREN) + ", guichet\u00a0" + key.branchCode();
    }

    /** Returns the statuses or the number of files, in a few words; may be empty. */
    static String detail(Receipt receipt) {
        if (receipt.after() != null) {
            return status(receipt.before()) + " puis " + status(receipt.after());
        }
        return switch (receipt.files().size()) {
            case 0 -> "";
            case 1 -> "une pièce";
            default -> receipt.files().size() + " pièces";
        };
    }

    private static String status(String code) {
        return "«\u00a0" + CaseStatus.named(code).map(CaseStatus::label).orElse(code) + "\u00a0»";
    }

    /** Returns the digest in hexadecimal, as tools print it. */
    static String digest(Receipt.File file) {
        return HexFormat.of().formatHex(Base64.getDecoder().decode(file.sha256()));
    }

    private List<String> journal(VerifiedReceipt verified) {
        return List.of(
                "feuille " + verified.receipt().journal().leaf() + " d’un arbre de "
                        + verified.head().size() + ", scellé le "
                        + dates.moment(verified.head().at()),
                "ligne " + verified.receipt().entry());
    }
}
