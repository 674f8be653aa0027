package fr.hubee.exchange.receipt;

import fr.hubee.exchange.folder.CaseLookup;
import fr.hubee.exchange.receipt.ReceiptRepository.Of;
import fr.hubee.kernel.database.Transactions;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/**
 * The receipts of a télédossier, oldest first: for the callers who may see it; once it is deleted, for the organisations that the journal
 * names, and only within the caller's démarches. No transaction is open during the transfer.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed({RoleNames.OSL, RoleNames.SI, RoleNames.ADMIN, RoleNames.READ_FOLDERS, RoleNames.BUSINESS})
public class ReceiptService {
    @Inject
    CaseLookup cases;

    @Inject
    ReceiptFactory receipts;

    @Inject
    ReceiptRepository journal;

    @Inject
    Transactions transactions;

    public ReceiptPages ofCase(Caller caller, UUID id) throws IOException {
        return ReceiptPages.open(transactions, () -> {
            try {
                cases.require(caller, id);
            } catch (NotFound gone) {
                requireParty(caller, id, gone);
            }
            return receipts.ofCase(id);
        });
    }

    private void requireParty(Caller caller, UUID theCase, NotFound gone) throws IOException {
        var transmission = receipts.transmission(theCase);
        if (gone.hidden().isPresent()
                || transmission.isEmpty()
                || !isParty(caller, transmission.get())
                || !caller.covers(transmission.get().after("processCode"))) {
            throw gone;
        }
    }

    private static boolean isParty(Caller caller, ReceiptEntry transmission) {
        return caller.is(RoleNames.ADMIN)
                || caller.organization().equals(transmission.sender())
                || transmission.recipients().contains(caller.organization());
    }

    /** Returns the names of the organisations and démarches in receipts, by their keys. */
    public ReceiptNames names(Caller caller, List<SignedReceipt> signed) {
        var shown = signed.stream().map(SignedReceipt::receipt).toList();
        return transactions.call(() -> journal.names(
                shown.stream().flatMap(Receipt::organizations), shown.stream().map(Receipt::process)));
    }

    /** Returns the receipts of the folder and, as long as it exists, of its cases. */
    @RolesAllowed({RoleNames.OSL, RoleNames.ADMIN})
    public ReceiptPages ofFolder(Caller caller, UUID id) throws IOException {
        return ReceiptPages.open(transactions, () -> {
            try {
                cases.requireFolder(caller, id);
                return receipts.ofFolder(id, Of.FOLDER);
            } catch (NotFound gone) {
                requireTransmitter(caller, id, gone);
                return receipts.ofFolder(id, Of.FOLDER_ALONE);
            }
        });
    }

    private void requireTransmitter(Caller caller, UUID folder, NotFound gone) throws IOException {
        cases.requireOfAnOperator(caller);
        var announced = receipts.announcement(folder);
        boolean isIts = announced.isPresent()
                && (caller.is(RoleNames.ADMIN)
                        || caller.organization()
                                .toString()
                                .equals(announced.get().entry().organization()))
                && caller.covers(announced.get().after("processCode"));
        if (!isIts) {
            throw gone;
        }
    }
}
