package fr.hubee.exchange.notification;

import fr.hubee.kernel.security.PartnerInfo;

/** The portal's name for the other party, in place of a software name. */
public final class Portal {
    public static final PartnerInfo PARTNER = new PartnerInfo(null, "Portail", null);

    /** Shown in the history: « Le Portail HubEE a récupéré le télédossier ». */
    static final String AUTHOR = "Le Portail HubEE";

    private Portal() {}
}
