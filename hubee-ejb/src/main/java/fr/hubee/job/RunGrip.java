package fr.hubee.job;

/** What whoever runs a job learns when it says that it still does. */
public enum RunGrip {
    HELD,
    /** An administrator wants it to stop. */
    TO_BE_STOPPED,
    /** It was silent too long: the run is somebody else's. */
    LOST
}
