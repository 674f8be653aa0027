package fr.hubee.api;

import fr.hubee.api.exchange.CaseEventsResource;
import fr.hubee.api.exchange.CaseReceiptsResource;
import fr.hubee.api.exchange.CaseVerdictsResource;
import fr.hubee.api.exchange.CasesResource;
import fr.hubee.api.exchange.DeletionCertificatesResource;
import fr.hubee.api.exchange.FolderReceiptsResource;
import fr.hubee.api.exchange.FolderVerdictsResource;
import fr.hubee.api.exchange.FoldersResource;
import fr.hubee.api.exchange.NotificationsResource;
import fr.hubee.api.exchange.PortalPurgeResource;
import jakarta.ws.rs.ApplicationPath;

/** The Folder API (specification §4.4). */
@ApplicationPath("/teledossiers/v1")
public class FolderApi extends PartnerApi {

    public FolderApi() {
        super(
                FoldersResource.class,
                CasesResource.class,
                CaseEventsResource.class,
                NotificationsResource.class,
                PortalPurgeResource.class,
                CaseReceiptsResource.class,
                DeletionCertificatesResource.class,
                FolderReceiptsResource.class,
                CaseVerdictsResource.class,
                FolderVerdictsResource.class);
    }
}
