// Words of how one is signed in: sessions, one-time codes, the second factor.

export const vi = {
  sessions: {
    title: 'Nơi đang đăng nhập',
    intro: 'Thấy máy lạ thì kết thúc nó rồi đổi mật khẩu.',
    unknown: 'Trình duyệt không rõ',
    from: (network: string) => `mạng ${network}`,
    since: (instant: string) => `từ ${instant}`,
    lastSeen: (instant: string) => `dùng lần cuối ${instant}`,
    present: 'Máy này',
    end: 'Kết thúc',
    endOf: (device: string) => `Kết thúc phiên: ${device}`,
    ended: 'Đã kết thúc phiên.',
    endAll: 'Đăng xuất mọi nơi',
    endAllHint: 'Cả máy này: đăng nhập lại bằng mật khẩu.',
  },
}

export const en: typeof vi = {
  sessions: {
    title: 'Where you are signed in',
    intro: 'If you see a device that is not yours, end it and change your password.',
    unknown: 'Unknown browser',
    from: (network: string) => `network ${network}`,
    since: (instant: string) => `since ${instant}`,
    lastSeen: (instant: string) => `last used ${instant}`,
    present: 'This device',
    end: 'End',
    endOf: (device: string) => `End the session: ${device}`,
    ended: 'Session ended.',
    endAll: 'Sign out everywhere',
    endAllHint: 'Here as well: sign in again with your password.',
  },
}
