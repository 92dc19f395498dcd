# 一张订单：从录入到确认函，中间被财务退回一次

时间 2026-10-08 09:42
林知远 新建
订单 状态 草稿
林知远 提交
订单 编号 DD202610-001
订单 状态 待主管
订单 轮次 1

# 没有轮到的人、作者本人都不能审批；审批中的内容锁定
周予安 不能 同意 NotYourLevel
林知远 不能 同意 NotYourLevel, FourEyesAuthor
林知远 不能 修改 ContentLocked

时间 2026-10-08 11:05
顾行 同意 价格在范围内
订单 状态 待财务

# 退回必须写明原因
周予安 不能 退回 ReasonMissing
周予安 退回 首付比例偏低，请与客户谈到 50%
订单 状态 已退回
订单 退回原因 首付比例偏低，请与客户谈到 50%
订单 等待 SentBack

时间 2026-10-09 10:20
林知远 改付款 50 50
林知远 提交
订单 编号 DD202610-001
订单 轮次 2
订单 状态 待主管

时间 2026-10-09 14:00
顾行 同意
订单 状态 待财务
周予安 同意 已与客户确认
订单 状态 待运营
信件 无
罗朗 同意 可按期交付

# 通过的同时：确认函排队、备货与排产任务、当月成交
订单 状态 已通过
信件 R1 Queued zhu@qingyu.example.com
任务 备货 排产
成交 202610 1 张 251000 分
订单 等待 LetterQueued

# 通过之后只能交付，不能再改、再审
林知远 不能 修改 ContentLocked
林知远 不能 撤回 WrongState
罗朗 不能 同意 WrongState

时间 2026-10-28 16:30
何叶 交付 2026-10-27
成交 202610 1 张 251000 分
订单 状态 已通过
历史 order_create, order_submit, order_grant, order_send_back, order_save, order_submit, order_grant, order_grant, order_grant, letter_queue, order_approve, delivery_record
