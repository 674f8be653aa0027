package fr.hubee.retention.certificate;

/** What is done to things that are due. */
public enum PurgeAct {
    /** The bytes of a file are erased. */
    FILE,
    /** A case is archived. */
    CASE,
    /** A folder is deleted. */
    FOLDER
}
