package fr.hubee.lifetime.retention;

/** The kinds of purge actions. */
public enum PurgeAct {
    /** The bytes of a file are deleted. */
    FILE,
    /** A case is archived. */
    CASE,
    /** A folder is deleted. */
    FOLDER
}
