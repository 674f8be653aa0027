package fr.hubee.reception;

import fr.hubee.security.PartnerInfo;

/** How the portal presents itself to the other party, where software would give its name. */
public final class Portal {
    public static final PartnerInfo PARTNER = new PartnerInfo(null, "Portail", null);

    /** As the history names it: « Le Portail HubEE a récupéré le télédossier ». */
    static final String AUTHOR = "Le Portail HubEE";

    private Portal() {}
}
