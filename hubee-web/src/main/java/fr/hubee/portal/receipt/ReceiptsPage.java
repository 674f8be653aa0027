package fr.hubee.portal.receipt;

import fr.hubee.portal.address.QueryParameter;
import fr.hubee.receipt.Receipt;
import fr.hubee.receipt.ReceiptNames;
import fr.hubee.receipt.ReceiptService;
import fr.hubee.receipt.SignedReceipt;
import fr.hubee.shared.OrganizationKey;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.omnifaces.cdi.Param;

/** The receipts of a télédossier. */
@Named
@RequestScoped
public class ReceiptsPage {
    @Inject
    CurrentCaller currentCaller;

    @Inject
    ReceiptService receipts;

    @Inject
    @Param(name = "id")
    String id;

    private List<SignedReceipt> all;
    private ReceiptNames names;

    /** Before rendering: refuses who may not see the télédossier. */
    public void opened() throws IOException {
        all = new ArrayList<>(receipts.ofCase(currentCaller.get(), QueryParameter.id(id)));
        Collections.reverse(all);
        names = receipts.names(currentCaller.get(), all);
    }

    /** The newest first. */
    public List<SignedReceipt> getAll() {
        return all;
    }

    /** The number of the télédossier; empty while there is no receipt. */
    public String getNumber() {
        return all.stream()
                .map(signed -> signed.receipt().number())
                .filter(number -> number != null)
                .findFirst()
                .orElse("");
    }

    /** « de la DILA à la commune de Valbourg ». */
    public String parties(Receipt receipt) {
        if (receipt.sender() == null) {
            return "HubEE, au terme de la durée de conservation";
        }
        return "de " + names.of(receipt.sender()) + " à "
                + receipt.recipients().stream().map(this::name).collect(Collectors.joining(", "));
    }

    private String name(OrganizationKey organization) {
        return names.of(organization);
    }

    /** « Traité », or how many files. */
    public String detail(Receipt receipt) {
        return ReceiptWords.detail(receipt);
    }
}
