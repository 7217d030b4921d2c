export const operationsZhCN = {
  'operations.sso-title': '用单位账号登录',
  'operations.sso-unknown': '您在单位的登录账号是 {email}，但这里没有使用该邮箱的账号。请您单位的管理员按这个邮箱邀请您，然后再来登录。',
  'operations.sso-no-email': '您的单位没有告诉我们您的邮箱。请负责单位账号的同事填写邮箱，并允许提供给本网站。',
  'operations.sso-unverified': '您的单位还没有确认 {email} 是您的邮箱，因此不能与这里的账号关联。请负责单位账号的同事确认。',
  'operations.sso-taken': '使用邮箱 {email} 的账号已与贵单位的另一个人关联。请您单位的管理员处理。',
  'operations.sso-disabled': '您在这里的账号已停用。请联系您单位的管理员。',
  'operations.sso-ended': '这次登录用时太久、在另一个浏览器中开始，或者已经用过。请重新开始。',
  'operations.sso-refused': '登录被取消，或被您的单位拒绝。请重新开始，或用邮箱和密码登录。',
  'operations.sso-unreachable': '您单位的登录系统暂时没有回应。请过几分钟再试，或用邮箱和密码登录。',
  'operations.sso-again': '重新开始',
  'operations.sso-other': '换一种方式登录',
} as const
