package fr.hubee.desk.digest;

/** The kinds of reminders. */
enum ReminderKind {
    IDLE_60,
    IDLE_90,
    PASSWORD_14,
    PASSWORD_3
}
