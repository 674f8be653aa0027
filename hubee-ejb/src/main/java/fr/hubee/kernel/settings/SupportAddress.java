package fr.hubee.kernel.settings;

/**
 * The address of the support.
 *
 * @param mail the address that every mail, and the pages « Contact » and « Accessibilité », give to people with a question
 */
public record SupportAddress(String mail) {
    public static final String SETTING = "HUBEE_SUPPORT";
    public static final String OF_THE_STATE = "support@hubee.numerique.gouv.fr";

    public SupportAddress(SettingSource source) {
        this(source.read(SETTING, OF_THE_STATE, SupportAddress::address));
    }

    static String address(String text) {
        if (!text.matches("[\\w.+-]+@[\\w.-]+")) {
            throw new IllegalArgumentException("no address of mail");
        }
        return text;
    }
}
