package fr.hubee.portal.exchange;

import fr.hubee.exchange.receipt.Receipt;
import fr.hubee.exchange.receipt.ReceiptNames;
import fr.hubee.exchange.receipt.ReceiptService;
import fr.hubee.exchange.receipt.SignedReceipt;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.portal.field.Elision;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.QueryParameter;
import jakarta.enterprise.inject.Model;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.omnifaces.cdi.Param;

/** The receipts of a télédossier. */
@Model
public class ReceiptsPage extends PersonPage {
    private static final int SHOWN = 100;
    private static final Pattern PAGE = Pattern.compile("[1-9][0-9]{0,4}");

    @Inject
    ReceiptService receipts;

    @Inject
    @Param(name = "id")
    String id;

    @Inject
    @Param(name = "page")
    String wanted;

    private List<SignedReceipt> all;
    private ReceiptNames names;

    /** Refuses, before rendering, a user who may not see the télédossier. */
    public void opened() throws IOException {
        all = receipts.ofCase(caller(), QueryParameter.id(id)).all();
        Collections.reverse(all);
        names = receipts.names(caller(), getShown());
    }

    /** Returns the receipts of the page, the newest first. */
    public List<SignedReceipt> getShown() {
        int first = Math.min((getPage() - 1) * SHOWN, all.size());
        return all.subList(first, Math.min(first + SHOWN, all.size()));
    }

    /** Returns the page, from 1; an invalid one is 1. */
    public int getPage() {
        return wanted != null && PAGE.matcher(wanted).matches() ? Integer.parseInt(wanted) : 1;
    }

    public boolean isFollowed() {
        return getPage() * SHOWN < all.size();
    }

    /** Returns the number of the télédossier; empty while there is no receipt. */
    public String getNumber() {
        return all.stream()
                .map(signed -> signed.receipt().number())
                .filter(number -> number != null)
                .findFirst()
                .orElse("");
    }

    /** Returns « de la DILA à la commune de Valbourg ». */
    public String parties(Receipt receipt) {
        if (receipt.sender() == null) {
            return "HubEE, au terme de la durée de conservation";
        }
        return Elision.ofThe(names.of(receipt.sender())) + " "
                + receipt.recipients().stream().map(this::addressee).collect(Collectors.joining(", "));
    }

    private String addressee(OrganizationKey organization) {
        return Elision.toThe(names.of(organization));
    }

    /** Returns « Traité », or the number of files. */
    public String detail(Receipt receipt) {
        return ReceiptWords.detail(receipt);
    }
}
