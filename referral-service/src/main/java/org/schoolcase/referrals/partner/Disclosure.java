package org.schoolcase.referrals.partner;

/** What an agency gets to read of the student at this moment. */
sealed interface Disclosure {

    /** The agreed fields, under a consent in force. */
    record Shown(SharedFields fields) implements Disclosure {}

    /** Nothing, and why. */
    record Withheld(Ground ground) implements Disclosure {}

    /** Why nothing is shown. */
    enum Ground {
        CONSENT_REVOKED("disclosure.consent-revoked", "The consent to disclose was revoked."),
        CONSENT_EXPIRED("disclosure.consent-expired", "The consent to disclose has ended."),
        PURPOSE_ENDED("disclosure.purpose-ended", "The referral has ended, and with it the purpose of the disclosure."),
        RECORD_GONE("disclosure.record-gone", "The school no longer keeps the record.");

        private final String code;
        private final String detail;

        Ground(String code, String detail) {
            this.code = code;
            this.detail = detail;
        }

        String code() {
            return code;
        }

        String detail() {
            return detail;
        }
    }
}
