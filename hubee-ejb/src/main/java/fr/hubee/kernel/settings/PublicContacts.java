package fr.hubee.kernel.settings;

import java.net.URI;

/**
 * Where a person turns to who has no account yet: public pages give both addresses.
 *
 * @param mail of those who answer administrations that do not use HubEE yet
 * @param datapass the address of the form in which an administration asks for a subscription
 */
public record PublicContacts(String mail, URI datapass) {

    public PublicContacts(SettingSource source) {
        this(
                source.read("HUBEE_CONTACT", "contact@hubee.numerique.gouv.fr", SupportAddress::address),
                source.read("HUBEE_DATAPASS", "https://hubee.numerique.gouv.fr/datapass/", PublicContacts::form));
    }

    private static URI form(String text) {
        return text.endsWith("/")
                ? URI.create(SettingValues.address(text.substring(0, text.length() - 1)) + "/")
                : SettingValues.address(text);
    }
}
