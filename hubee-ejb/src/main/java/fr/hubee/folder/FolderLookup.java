package fr.hubee.folder;

import fr.hubee.security.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Folders for other features of this module, limited to what the caller may see. */
@Dependent
public class FolderLookup {
    @Inject
    FolderRepository folders;

    /** To call before looking for one that is gone: a service gets the same answer whether it existed or not. */
    public void requireOfAnOperator(Caller caller) {
        CaseAccess.requireOfAnOperator(caller);
    }

    /** The cases of a folder. */
    public List<UUID> cases(Caller caller, UUID id) {
        return folders.cases(folders.require(caller, id)).stream().map(Case::id).toList();
    }
}
