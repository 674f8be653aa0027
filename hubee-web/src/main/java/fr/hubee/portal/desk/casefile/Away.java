package fr.hubee.portal.desk.casefile;

/** How colleagues see that somebody is away. */
final class Away {
    private Away() {}

    /** @param deputy null when she is not */
    static String named(String name, String deputy) {
        return deputy == null ? name : name + " (en son absence : " + deputy + ")";
    }
}
