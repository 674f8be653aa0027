package fr.hubee.api.exchange;

import fr.hubee.kernel.security.PartnerInfo;

/** The software that sent something (specification §2.10). */
public record PartnerInfoJson(String editorName, String applicationName, String softwareVersion) {

    static PartnerInfoJson from(PartnerInfo info) {
        return info == null
                ? null
                : new PartnerInfoJson(info.editorName(), info.applicationName(), info.softwareVersion());
    }
}
