package fr.hubee.portal.desk.casefile;

/** The name of an absent person, as colleagues see it. */
final class Away {
    private Away() {}

    /** @param deputy null for none */
    static String named(String name, String deputy) {
        return deputy == null ? name : name + " (en son absence : " + deputy + ")";
    }
}
